package dev.breakeven.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
 * What does each way in add to the core? The same browser asks for the two cheapest answers; a way's overhead is its time less
 * {@link Way#CORE}'s. The network is left out, save for the loopback interface under {@link Way#SERVER}.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=AdapterBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdapterBenchmark {

    /** What is asked. */
    public enum Route {
        HEALTH("/health"),
        TINY_SITE("/");

        private final String path;

        Route(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    @Param
    public Way way = Way.CORE;

    @Param
    public Route route = Route.HEALTH;

    private Caller caller = () -> "nobody";

    @Setup(Level.Trial)
    public void open() throws IOException {
        caller = way.open(route.path());
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        caller.close();
    }

    @Benchmark
    public Object request() throws IOException {
        return caller.call();
    }
}
