package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.ChildProcess;
import dev.breakeven.localcloud.process.Confinement;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.process.TemporaryDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One execution environment of a function: a process of its own under AWS's genuine runtime interface client or the function's
 * own bootstrap, with the flags, the working directory and the variables that Lambda gives, and nothing of ours. It takes one
 * event at a time. Time runs out here and not in the function, as on Lambda, and then the process is killed.
 *
 * <p>Left out are extensions and layers. The heap of a JVM is bounded; what else a function takes of memory is not.
 */
public final class ExecutionEnvironment implements AutoCloseable {

    /** How long Lambda lets init take. */
    public static final Duration INIT_LIMIT = Duration.ofSeconds(10);

    private final FunctionPackage function;
    private final TemporaryDirectory directory;
    private final RuntimeApi api;
    private final ChildProcess process;
    private final AutoCloseable alongside;
    private Duration initDuration = Duration.ZERO;
    private Duration initCpuTime = Duration.ZERO;

    private ExecutionEnvironment(
            FunctionPackage function,
            TemporaryDirectory directory,
            RuntimeApi api,
            ChildProcess process,
            AutoCloseable alongside) {
        this.function = function;
        this.directory = directory;
        this.api = api;
        this.process = process;
        this.alongside = alongside;
        var unused = process.onExit().thenAccept(status -> api.end(LambdaErrors.exited(status)));
    }

    /** Starts an environment and waits until it asks for its first event, for as long as Lambda would. */
    public static ExecutionEnvironment start(FunctionPackage function) throws IOException, InterruptedException {
        return start(function, INIT_LIMIT);
    }

    /**
     * Starts an environment and waits until it asks for its first event.
     *
     * @throws InitFailedException if it does not within the limit, ends before, or says that it cannot
     * @throws UnsupportedOperationException where there is no runtime interface client
     */
    public static ExecutionEnvironment start(FunctionPackage function, Duration initLimit)
            throws IOException, InterruptedException {
        RuntimeApis apis = RuntimeApis.start();
        ExecutionEnvironment environment;
        try {
            environment = spawn(function, apis, Surroundings.NONE, apis);
        } catch (IOException | RuntimeException e) {
            apis.close();
            throw e;
        }
        try {
            environment.awaitInit(initLimit);
            return environment;
        } catch (IOException | InterruptedException | RuntimeException e) {
            environment.close();
            throw e;
        }
    }

    /** Starts an environment and waits for nothing. */
    static ExecutionEnvironment spawn(FunctionPackage function, RuntimeApis apis, Surroundings surroundings)
            throws IOException {
        return spawn(function, apis, surroundings, () -> {});
    }

    /** From the start of the process to its first {@code next}. */
    public Duration initDuration() {
        return initDuration;
    }

    /** What init used of the CPU, on however many cores the JVM found. */
    public Duration initCpuTime() {
        return initCpuTime;
    }

    /** The most memory that the process has held so far; empty once it has ended. */
    public OptionalLong peakMemoryBytes() {
        return process.peakMemoryBytes();
    }

    /** Whether it can take another event: not after a timeout, nor after the function has ended its process. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last of what the function printed, on either stream. */
    public String outputTail() throws InterruptedException {
        return process.outputTail();
    }

    /**
     * Runs the function on one event. However the function ends, or fails to, this returns within its timeout.
     *
     * @throws IllegalStateException if the environment has ended
     */
    public synchronized Invocation invoke(byte[] event) throws InterruptedException {
        if (!isAlive()) {
            throw new IllegalStateException("This execution environment has ended");
        }
        Duration timeout = function.configuration().timeout();
        long cpuBefore = process.cpuClock().nanos();
        PendingInvocation pending = api.submit(event, timeout);
        Answer answer = await(pending, timeout);
        Duration cpuTime = Duration.ofNanos(process.cpuClock().nanos() - cpuBefore);
        return new Invocation(pending.requestId(), answer, pending.duration(), cpuTime);
    }

    /** When the process was started, on the clock of {@link System#nanoTime}. */
    long startedNanos() {
        return process.startedNanos();
    }

    /** Completes when the environment asks for its first event, or will not any more. */
    CompletableFuture<Init> init() {
        return api.init();
    }

    /** Ends init from outside, unless it has ended. */
    void failInit(Answer.FunctionError error) {
        api.init().complete(new Init.Failed(error));
    }

    /** Hands it an event, and leaves it to the caller to see to the time. */
    void submit(PendingInvocation pending) {
        api.submit(pending);
    }

    /** Completes with the exit status. */
    CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** What the process and all that it started have used of the CPU; nothing once that can no longer be told. */
    long cpuNanos() {
        try {
            return process.cpuNanos();
        } catch (IOException e) {
            return 0; // It has just ended, and its control group with it.
        }
    }

    /** In how many periods it was stopped because its share was used up; none once that can no longer be told. */
    long throttledPeriods() {
        try {
            return process.throttledPeriods();
        } catch (IOException e) {
            return 0; // It has just ended, and its control group with it.
        }
    }

    void limit(CpuShare share) throws IOException {
        process.limit(share);
    }

    void freeze() throws IOException {
        process.freeze();
    }

    void thaw() throws IOException {
        process.thaw();
    }

    /** Kills the process, without warning as Lambda does, and deletes what it left behind. */
    @Override
    public void close() {
        try {
            process.close();
        } finally {
            api.close();
            directory.close();
            closeAlongside();
        }
    }

    private void closeAlongside() {
        try {
            alongside.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExecutionEnvironment spawn(
            FunctionPackage function, RuntimeApis apis, Surroundings surroundings, AutoCloseable alongside)
            throws IOException {
        TemporaryDirectory directory = TemporaryDirectory.create("breakeven-environment");
        try {
            Admission admission = new Admission();
            RuntimeApi api = new RuntimeApi(apis, LambdaVariables.functionArn(function), admission::admits);
            try {
                ChildProcess process = ChildProcess.start(
                        function.command(directory.path()),
                        function.taskRoot(),
                        LambdaVariables.of(function, api.address()),
                        new Confinement(surroundings.groups(), surroundings.initShare()),
                        surroundings.output());
                admission.only(process);
                return new ExecutionEnvironment(function, directory, api, process, alongside);
            } catch (IOException | RuntimeException e) {
                api.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private void awaitInit(Duration limit) throws IOException, InterruptedException {
        Init init;
        try {
            init = api.init().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            init = new Init.Failed(LambdaErrors.initTimedOut(limit));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        switch (init) {
            case Init.Done done -> {
                initDuration = Duration.ofNanos(done.nanos() - process.startedNanos());
                initCpuTime = Duration.ofNanos(process.cpuClock().nanos());
            }
            case Init.Failed failed -> throw new InitFailedException(failed.error(), process.outputTail());
        }
    }

    private Answer await(PendingInvocation pending, Duration timeout) throws InterruptedException {
        try {
            return pending.answer().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            pending.end(LambdaErrors.timedOut(pending.requestId(), timeout));
            kill();
            return pending.answer().join();
        } catch (InterruptedException e) {
            kill();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill() {
        process.cpuClock().nanos(); // Its last reading stands for the call that is being ended.
        process.close();
    }
}
