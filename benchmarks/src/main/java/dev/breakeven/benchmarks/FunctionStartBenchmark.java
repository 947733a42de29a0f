package dev.breakeven.benchmarks;

import dev.breakeven.localcloud.function.Answer;
import dev.breakeven.localcloud.function.ExecutionEnvironment;
import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import dev.breakeven.localcloud.process.TemporaryDirectory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a cold start take? From the start of a process under AWS's runtime client to its first answer, with Lambda's flags
 * and, as during Lambda's init, without a quota. Each shot is a process of its own.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=FunctionStartBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
public class FunctionStartBenchmark {

    private static final String DEPLOYED = "dev.breakeven.lambda.StreamHandler";

    /** Functions, the simplest first. */
    public enum Function {
        /** A handler that returns a constant: what no handler is faster than. */
        CONSTANT("dev.breakeven.peers.ConstantHandler", peer("constant")),

        /** What is deployed. */
        STREAM(DEPLOYED, "lambda-adapter/target/breakeven-lambda.zip"),

        /** The same in AWS's types. */
        TYPED("dev.breakeven.lambda.typed.RestApiHandler", peer("typed")),

        /** The same page by Jersey, behind AWS's serverless-java-container. */
        CONTAINER("dev.breakeven.peers.ContainerHandler", peer("container")),

        /** What is deployed, under a bootstrap of its own. */
        OWN_RUNTIME(ClassArchive.NONE),

        OWN_RUNTIME_CDS(ClassArchive.CDS),

        OWN_RUNTIME_AOT(ClassArchive.AOT);

        private final String handler;
        private final String zip;
        private final @Nullable ClassArchive ofOwnRuntime;

        Function(String handler, String zip) {
            this.handler = handler;
            this.zip = zip;
            this.ofOwnRuntime = null;
        }

        Function(ClassArchive ofOwnRuntime) {
            this.handler = DEPLOYED;
            this.zip = "";
            this.ofOwnRuntime = ofOwnRuntime;
        }

        private static String peer(String name) {
            return "benchmarks/peers/target/breakeven-peer-" + name + ".zip";
        }

        FunctionPackage open(TemporaryDirectory directory) throws IOException, InterruptedException {
            return ofOwnRuntime == null
                    ? FunctionPackage.unpack(Built.in(zip), FunctionConfiguration.of(handler))
                    : OwnRuntime.in(directory, handler, ofOwnRuntime, EVENT);
        }
    }

    private static final byte[] EVENT = Event.REST_API.json("/");

    @Param
    public Function function = Function.CONSTANT;

    private @Nullable TemporaryDirectory directory;
    private @Nullable FunctionPackage opened;
    private @Nullable ExecutionEnvironment environment;

    @Setup(Level.Trial)
    public void open() throws IOException, InterruptedException {
        directory = TemporaryDirectory.create("breakeven-start");
        opened = function.open(directory);
    }

    @TearDown(Level.Trial)
    public void delete() {
        if (opened != null) {
            opened.close();
        }
        if (directory != null) {
            directory.close();
        }
    }

    @TearDown(Level.Invocation)
    public void end() {
        if (environment != null) {
            environment.close();
        }
    }

    @Benchmark
    public Answer firstAnswer() throws IOException, InterruptedException {
        if (opened == null) {
            throw new IllegalStateException("There is no function");
        }
        environment = ExecutionEnvironment.start(opened);
        Answer answer = environment.invoke(EVENT).answer();
        if (!(answer instanceof Answer.Payload)) {
            throw new IllegalStateException("The function has failed: " + answer);
        }
        return answer;
    }
}
