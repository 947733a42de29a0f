package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The execution environments of one function, as many as calls need at once. A call goes to the environment that has been idle
 * for the shortest time, or to a new one, and never waits for one that is busy. New ones come at Lambda's rate, 1,000 in ten
 * seconds, up to the limit on concurrency. An init that fails or takes too long is tried once more as part of the call, with
 * the call's share of the CPU and under its timeout; a call that does not end in time ends with its environment.
 *
 * <p>Nobody waits in here: a call ends on the thread that brings its answer.
 */
public final class FunctionPool implements AutoCloseable {

    private static final int GROWTH = 1_000;
    private static final double GROWTH_PER_SECOND = GROWTH / 10.0;

    /** A caller on this machine is back before the environment has asked for its next event; Lambda's are further away. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final Answer SHUTTING_DOWN = new Answer.Throttled("The function is being shut down");

    private final FunctionPackage function;
    private final PoolSettings settings;
    private final CpuShare share;
    private final RuntimeApis apis;
    private final FunctionLog log;
    private final Optional<Freezer> freezer;
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("function-timers").factory());
    private final ExecutorService starters = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("environment-", 0).factory());

    private final LongAdder invocations = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder billedMillis = new LongAdder();
    private final LongAdder coldStarts = new LongAdder();
    private final LongAdder initCpuNanos = new LongAdder();

    // The one idle for the shortest time comes first.
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> all = new HashSet<>();
    private final TokenBucket growth = new TokenBucket(GROWTH_PER_SECOND, GROWTH, System::nanoTime);
    private final EnvironmentCount count = new EnvironmentCount(System.nanoTime());
    // Calls that wait for an environment that has answered and has not yet asked for more: never more than there are.
    private final Deque<Call> waiting = new ArrayDeque<>();
    private int settling;
    private boolean sweeping;
    private boolean closed;

    private FunctionPool(FunctionPackage function, PoolSettings settings, RuntimeApis apis, FunctionLog log) {
        this.function = function;
        this.settings = settings;
        this.share = CpuShare.ofFunction(function.configuration().memoryMegabytes());
        this.apis = apis;
        this.log = log;
        boolean canFreeze = settings.freezing() && !(settings.groups() instanceof ControlGroups.Unavailable);
        this.freezer = canFreeze ? Optional.of(new Freezer()) : Optional.empty();
        timers.setRemoveOnCancelPolicy(true);
    }

    /**
     * Makes ready for calls; no environment is started before the first.
     *
     * @param out takes the log: Lambda's own lines and whatever the function prints
     */
    public static FunctionPool open(FunctionPackage function, PoolSettings settings, OutputStream out)
            throws IOException {
        return new FunctionPool(function, settings, RuntimeApis.start(), new FunctionLog(out));
    }

    /** Runs the function on one event; completes when it has ended, or failed to, or when nobody can run it. */
    public CompletableFuture<Answer> invoke(byte[] event) {
        Call call = new Call(event);
        place(call, true);
        return call.answer();
    }

    private static final class Call {

        private final byte[] event;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        Call(byte[] event) {
            this.event = event;
        }

        byte[] event() {
            return event;
        }

        CompletableFuture<Answer> answer() {
            return answer;
        }
    }

    /**
     * Gives a call to an environment.
     *
     * @param patient whether it may wait for one that has answered and is about to ask for more
     */
    private void place(Call call, boolean patient) {
        @Nullable Worker warm;
        synchronized (this) {
            warm = idle.pollFirst();
            while (warm != null && !warm.environment().isAlive()) {
                discard(warm);
                warm = idle.pollFirst();
            }
            if (warm == null) {
                if (patient && settling > waiting.size()) {
                    waiting.add(call);
                    var unused = after(PATIENCE, () -> stopWaiting(call));
                    return;
                }
                if (!mayGrow()) {
                    throttled.increment();
                    call.answer().complete(new Answer.Throttled("Rate Exceeded."));
                    return;
                }
                count.add(1, System.nanoTime());
            }
        }
        if (warm != null) {
            run(warm, pending(call), call.answer(), Optional.empty());
        } else {
            coldStarts.increment();
            execute(call, () -> start(call));
        }
    }

    private void stopWaiting(Call call) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(call);
        }
        if (waited) {
            place(call, false);
        }
    }

    /** What has been consumed so far. */
    public PoolUsage usage() {
        int now;
        int peak;
        double mean;
        synchronized (this) {
            now = count.now();
            peak = count.peak();
            mean = count.mean(System.nanoTime());
        }
        return new PoolUsage(
                invocations.sum(),
                throttled.sum(),
                billedMillis.sum(),
                coldStarts.sum(),
                log.platformBytes(),
                log.functionBytes(),
                now,
                peak,
                mean);
    }

    /** What the environments that there are have used of the CPU so far. */
    public Duration cpuTime() {
        return Duration.ofNanos(sum(ExecutionEnvironment::cpuNanos));
    }

    /** In how many periods those environments were stopped because their share was used up. */
    public long throttledPeriods() {
        return sum(ExecutionEnvironment::throttledPeriods);
    }

    private long sum(ToLongFunction<ExecutionEnvironment> what) {
        List<Worker> now;
        synchronized (this) {
            now = new ArrayList<>(all);
        }
        return now.stream()
                .mapToLong(worker -> what.applyAsLong(worker.environment()))
                .sum();
    }

    /** What has been used of the CPU by inits that succeeded. */
    public Duration initCpuTime() {
        return Duration.ofNanos(initCpuNanos.sum());
    }

    /** Ends all environments, whatever they are doing, and waits until nothing of them is left. */
    @Override
    public void close() {
        List<Worker> left;
        synchronized (this) {
            closed = true;
            idle.clear();
            left = new ArrayList<>(all);
            waiting.forEach(call -> call.answer().complete(SHUTTING_DOWN));
            waiting.clear();
        }
        timers.shutdownNow();
        freezer.ifPresent(Freezer::close);
        left.forEach(worker -> starters.execute(worker::close));
        starters.close();
        apis.close();
        log.close();
    }

    private boolean mayGrow() {
        return !closed && count.now() < settings.concurrency() && growth.take();
    }

    private PendingInvocation pending(Call call) {
        return new PendingInvocation(
                call.event(), Instant.now().plus(function.configuration().timeout()));
    }

    private void start(Call call) {
        Optional<Worker> started = spawn(settings.initShare(), call);
        if (started.isEmpty()) {
            return;
        }
        Worker worker = started.get();
        ExecutionEnvironment environment = worker.environment();
        Future<?> limit = after(
                settings.initLimit(), () -> environment.failInit(LambdaErrors.initTimedOut(settings.initLimit())));
        var unused = environment.init().thenAccept(init -> {
            limit.cancel(false);
            Duration duration = Duration.ofNanos(System.nanoTime() - environment.startedNanos());
            switch (init) {
                case Init.Done done -> {
                    initCpuNanos.add(environment.cpuNanos());
                    run(worker, pending(call), call.answer(), Optional.of(duration));
                }
                case Init.Failed failed -> {
                    log.platform(PlatformLines.initReport(duration, failed.error()));
                    execute(call, () -> tryAgain(worker, call));
                }
            }
        });
    }

    /** The second init is part of the call: its time is the call's, and so is its share of the CPU. */
    private void tryAgain(Worker failed, Call call) {
        PendingInvocation pending = pending(call);
        close(failed);
        spawn(Optional.of(share), call).ifPresent(worker -> run(worker, pending, call.answer(), Optional.empty()));
    }

    /** Does what may take a while, unless all is being shut down. */
    private void execute(Call call, Runnable task) {
        synchronized (this) {
            if (!closed) {
                starters.execute(task);
                return;
            }
        }
        call.answer().complete(SHUTTING_DOWN);
    }

    /** A new environment, or none: then the call has its answer. */
    private Optional<Worker> spawn(Optional<CpuShare> initShare, Call call) {
        try {
            Surroundings surroundings = new Surroundings(settings.groups(), initShare, log.ofEnvironment());
            Worker worker = new Worker(ExecutionEnvironment.spawn(function, apis, surroundings), share);
            synchronized (this) {
                if (!closed) {
                    all.add(worker);
                    var unused = worker.environment().onExit().thenRun(() -> retire(worker));
                    return Optional.of(worker);
                }
            }
            worker.close();
            call.answer().complete(SHUTTING_DOWN);
        } catch (IOException | RuntimeException e) {
            log.platform("An execution environment could not be started: " + e.getMessage() + "\n");
            call.answer().complete(LambdaErrors.error("Runtime.InvalidEntrypoint", String.valueOf(e.getMessage())));
        }
        uncount();
        return Optional.empty();
    }

    private void run(
            Worker worker, PendingInvocation pending, CompletableFuture<Answer> answer, Optional<Duration> init) {
        invocations.increment();
        log.platform(PlatformLines.start(pending.requestId()));
        worker.take();
        Future<?> limit = after(Duration.between(Instant.now(), pending.deadline()), () -> timeOut(worker, pending));
        var unused = pending.answer().thenAccept(result -> {
            synchronized (this) {
                settling++;
            }
            answer.complete(result);
            if (!pending.isHandedOut()) {
                discard(worker); // Its second init has failed as well.
            }
        });
        var unusedToo = pending.settled().thenRun(() -> {
            limit.cancel(false);
            finish(worker, pending, init);
        });
        worker.environment().submit(pending);
    }

    private Future<?> after(Duration delay, Runnable task) {
        try {
            return timers.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(null); // All is being shut down, and nothing takes any longer.
        }
    }

    private void timeOut(Worker worker, PendingInvocation pending) {
        Duration timeout = function.configuration().timeout();
        worker.memoryMegabytesMax(System.nanoTime());
        log.platform(PlatformLines.timedOut(Instant.now(), pending.requestId(), timeout));
        pending.end(LambdaErrors.timedOut(pending.requestId(), timeout));
        discard(worker);
    }

    /** When an environment has asked for its next event, or has come to its end. */
    private void finish(Worker worker, PendingInvocation pending, Optional<Duration> init) {
        Answer answer = pending.answer().join();
        Duration timeout = function.configuration().timeout();
        Duration taken = pending.wholeDuration();
        Duration duration = taken.compareTo(timeout) > 0 ? timeout : taken;
        billedMillis.add(PlatformLines.billedMillis(duration, init));
        long now = System.nanoTime();
        if (answer instanceof Answer.FunctionError error && error.type().equals(LambdaErrors.EXITED)) {
            log.platform(PlatformLines.exited(pending.requestId(), error));
        }
        log.platform(PlatformLines.end(
                pending.requestId(),
                duration,
                init,
                function.configuration().memoryMegabytes(),
                worker.memoryMegabytesMax(now),
                PlatformLines.status(answer)));
        boolean usable;
        @Nullable Call next;
        synchronized (this) {
            settling--;
            usable = !closed && worker.environment().isAlive() && all.contains(worker);
            next = waiting.poll();
            if (usable && next == null) {
                worker.release(now);
                idle.addFirst(worker);
                sweepLater();
            }
        }
        if (usable && next != null) {
            run(worker, pending(next), next.answer(), Optional.empty());
        } else if (usable) {
            freezer.ifPresent(cold -> cold.offer(worker, now));
        } else {
            discard(worker);
            if (next != null) {
                place(next, true);
            }
        }
    }

    /** An environment whose process has ended is not given another call; if it was busy, its call knows. */
    private void retire(Worker worker) {
        boolean wasIdle;
        synchronized (this) {
            wasIdle = idle.remove(worker);
        }
        if (wasIdle) {
            discard(worker);
        }
    }

    /** Ends an environment, soon. */
    private void discard(Worker worker) {
        synchronized (this) {
            if (!all.remove(worker) || closed) {
                return;
            }
            starters.execute(() -> {
                worker.close();
                uncount();
            });
        }
    }

    /** Ends an environment whose place another takes. */
    private void close(Worker worker) {
        synchronized (this) {
            all.remove(worker);
        }
        worker.close();
    }

    private synchronized void uncount() {
        count.add(-1, System.nanoTime());
    }

    /** Sees to it that somebody looks again when the next environment may have been idle for too long. */
    private void sweepLater() {
        if (settings.keepAlive().isEmpty() || sweeping || closed) {
            return;
        }
        @Nullable Worker oldest = idle.peekLast();
        if (oldest != null) {
            sweeping = true;
            long due = oldest.idleSinceNanos() + settings.keepAlive().get().toNanos();
            var unused = after(Duration.ofNanos(due - System.nanoTime()), this::sweep);
        }
    }

    private void sweep() {
        List<Worker> expired = new ArrayList<>();
        synchronized (this) {
            sweeping = false;
            long before = System.nanoTime() - settings.keepAlive().orElseThrow().toNanos();
            for (Worker oldest = idle.peekLast();
                    oldest != null && oldest.idleSinceNanos() - before <= 0;
                    oldest = idle.peekLast()) {
                expired.add(idle.removeLast());
            }
            sweepLater();
        }
        expired.forEach(this::discard);
    }
}
