package dev.breakeven.localcloud.server;

import dev.breakeven.localcloud.process.Confinement;
import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.scaling.ScalingLaw;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Real server processes whose number follows an alarm, as in an auto scaling group with simple scaling or target tracking. One
 * whose process ends is replaced at once; the oldest is taken out first. One that is merely unhealthy gets no requests and is not
 * replaced, as in a group that goes by EC2's status checks, which is Elastic Beanstalk's default.
 */
final class AutoScalingGroup implements AutoCloseable {

    private static final Duration RETRY_MIN = Duration.ofSeconds(1);
    private static final Duration RETRY_MAX = Duration.ofSeconds(30);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(30);

    private final GroupTerms terms;
    private final TimeScale scale;
    private final LoadBalancer balancer;
    private final ControlGroups groups;
    private final Consumer<String> log;
    private final InstanceTime time = new InstanceTime();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<GroupMember> serving = new ArrayDeque<>();
    private int launching;
    private int numbers;
    private int peak;
    private boolean closed;

    // Of the alarm's clock, which starts when the first instances serve, and again when scaling is resumed.
    private ScalingLaw law;
    private @Nullable Future<?> deciding;
    private long clockStartNanos;
    private long periodStartNanos;
    private double metric;
    private int measured;

    AutoScalingGroup(
            GroupTerms terms, TimeScale scale, LoadBalancer balancer, ControlGroups groups, Consumer<String> log) {
        this.terms = terms;
        this.scale = scale;
        this.balancer = balancer;
        this.groups = groups;
        this.log = log;
        this.law = new ScalingLaw(terms.scaling(), terms.min(), terms.max());
    }

    /**
     * Starts as many as there are at the least, without the boot of a machine. The first one comes alone: it shows whether the
     * command works, and how much memory the others will take.
     *
     * @throws StartFailedException if one does not become healthy
     * @throws IllegalArgumentException if as many as there may be do not fit into memory
     */
    void start() throws IOException, InterruptedException {
        Instance first = launchNow();
        serve(first);
        MemoryCheck.of(first, terms.max()).refuseIfTooMany();
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < terms.min(); i++) {
            others.add(work.submit(() -> {
                serve(launchNow());
                return null;
            }));
        }
        for (Future<?> other : others) {
            await(other);
        }
        resumeScaling();
    }

    /** Leaves the number of instances as it is until scaling is resumed; what is being launched comes. */
    void suspendScaling() {
        lock.lock();
        try {
            if (deciding != null) {
                deciding.cancel(true);
                deciding = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Begins the first period of the alarms anew, as if nothing had been before. */
    void resumeScaling() {
        lock.lock();
        try {
            suspendScaling();
            law = new ScalingLaw(terms.scaling(), terms.min(), terms.max());
            takeMetric();
            measured = 0;
            metric = 0;
            peak = serving.size();
            clockStartNanos = System.nanoTime();
            periodStartNanos = clockStartNanos;
            if (law.isActive() && !closed) {
                deciding = work.submit(this::decideForEver);
            }
        } finally {
            lock.unlock();
        }
    }

    int peakInstances() {
        lock.lock();
        try {
            return peak;
        } finally {
            lock.unlock();
        }
    }

    /** Those that serve, the oldest first. */
    List<Instance> instances() {
        lock.lock();
        try {
            return serving.stream().map(GroupMember::instance).toList();
        } finally {
            lock.unlock();
        }
    }

    InstanceTime time() {
        return time;
    }

    private Instance launchNow() throws IOException, InterruptedException {
        lock.lock();
        try {
            launching++;
            time.launched();
        } finally {
            lock.unlock();
        }
        return startInstance();
    }

    private Instance startInstance() throws IOException, InterruptedException {
        return Instance.start(
                terms.command(), terms.healthCheck(), terms.startLimit(), new Confinement(groups, terms.cpu()));
    }

    private static void await(Future<?> start) throws IOException, InterruptedException {
        try {
            start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("An instance could not be started", e);
        }
    }

    /** Lets an instance that has been launched serve; if the group is closed meanwhile, ends it instead. */
    private void serve(Instance instance) {
        lock.lock();
        try {
            launching--;
            if (!closed) {
                Target target = balancer.register(instance.baseUri().getPort());
                GroupMember member = new GroupMember(++numbers, instance, target);
                serving.addLast(member);
                peak = Math.max(peak, serving.size());
                log.accept(member + " serves after " + instance.startDuration().toMillis() + " ms; " + count());
                Thread.ofVirtual().name("watches " + member).start(() -> watch(member));
                return;
            }
        } finally {
            lock.unlock();
        }
        end(instance);
    }

    private void end(Instance instance) {
        instance.close();
        time.ended();
    }

    /** Under the lock. */
    private void launch() {
        launching++;
        time.launched();
        work.execute(this::bootAndServe);
    }

    private void bootAndServe() {
        try {
            Thread.sleep(scale.real(terms.boot()));
            serve(startAtLast());
            lock.lock();
            try {
                if (launching == 0) {
                    law.changed(nowNanos());
                }
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** A command that has worked before is tried until it works again. */
    private Instance startAtLast() throws InterruptedException {
        Duration pause = RETRY_MIN;
        while (true) {
            try {
                return startInstance();
            } catch (IOException e) {
                log.accept("an instance did not start, and the next try is in " + pause.toSeconds() + " s: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(RETRY_MAX) > 0 ? RETRY_MAX : pause.multipliedBy(2);
        }
    }

    private void watch(GroupMember member) {
        int status = member.instance().onExit().join();
        lock.lock();
        try {
            if (closed || !serving.remove(member)) {
                return;
            }
            log.accept(member + " ended with status " + status + " and is replaced; " + count());
            launch();
        } finally {
            lock.unlock();
        }
        leave(member, Duration.ZERO);
    }

    /** Lets a member finish for so long, and ends it. */
    private void leave(GroupMember member, Duration delay) {
        try {
            balancer.deregister(member.target(), delay);
        } catch (InterruptedException e) {
            // Closed; what is left is cut off.
        } finally {
            end(member.instance());
        }
    }

    /** Once a minute or at the end of each period of the alarm. */
    private void decideForEver() {
        try {
            for (long tick = 1; ; tick++) {
                long due = clockStartNanos
                        + scale.real(Duration.ofNanos(tick * law.everyNanos())).toNanos();
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                decide();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void decide() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            long now = nowNanos();
            if (law.endsPeriod(now)) {
                metric = takeMetric();
                law.observe(metric);
            }
            int servers = serving.size() + launching;
            int wanted = law.decide(now, measured, servers, metric);
            if (wanted > servers) {
                log.accept(reason() + ": " + servers + " to " + wanted + " instances");
                law.launching();
                for (int more = servers; more < wanted; more++) {
                    launch();
                }
            }
            for (int less = servers; less > wanted && serving.size() > 1; less--) {
                GroupMember oldest = serving.removeFirst();
                law.changed(now);
                log.accept(reason() + ": " + oldest + " is taken out; " + count());
                work.execute(() -> leave(oldest, scale.real(terms.deregistrationDelay())));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The mean of the period that ends now over the members that served all through it, or what it was if there are none. */
    private double takeMetric() {
        long now = System.nanoTime();
        double elapsedNanos = now - periodStartNanos;
        double sum = 0;
        int counted = 0;
        for (GroupMember member : serving) {
            double cpuPercent = 100 * member.takeCpuNanos() / elapsedNanos / processors();
            // As many as there would have been in a period of full length.
            double bytes = member.takeBytesOut() * (law.periodNanos() / elapsedNanos);
            if (member.servesFromNanos() <= periodStartNanos) {
                counted++;
                sum += law.watchesProcessors() ? cpuPercent : bytes;
            }
        }
        periodStartNanos = now;
        measured = counted;
        return counted == 0 ? metric : sum / counted;
    }

    /** How many an instance has. */
    private double processors() {
        double machine = Runtime.getRuntime().availableProcessors();
        boolean limited = !(groups instanceof ControlGroups.Unavailable);
        return limited ? Math.min(machine, terms.cpu().map(CpuShare::processors).orElse(machine)) : machine;
    }

    private String reason() {
        return law.watchesProcessors()
                ? "CPU at %.1f %%".formatted(metric)
                : "%.0f bytes out in %d s"
                        .formatted(metric, Duration.ofNanos(law.periodNanos()).toSeconds());
    }

    private String count() {
        return serving.size() + " serving";
    }

    private long nowNanos() {
        return scale.modelledNanos(System.nanoTime() - clockStartNanos);
    }

    /** Ends all instances, each with its time to end by itself. */
    @Override
    public void close() {
        List<GroupMember> members;
        lock.lock();
        try {
            closed = true;
            members = List.copyOf(serving);
            serving.clear();
        } finally {
            lock.unlock();
        }
        work.shutdownNow();
        List<Thread> endings = members.stream()
                .map(member -> Thread.ofVirtual().start(() -> end(member.instance())))
                .toList();
        try {
            for (Thread ending : endings) {
                ending.join();
            }
            if (!work.awaitTermination(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Instances that were being started or taken out have not ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
