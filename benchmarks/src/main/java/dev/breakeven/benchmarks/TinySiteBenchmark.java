package dev.breakeven.benchmarks;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the small page cost when no transport is in the way? The page is ready; what takes time is to find out which coding
 * the caller likes best.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=TinySiteBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TinySiteBenchmark {

    /** What callers say that they can read. */
    public enum AcceptEncoding {
        ABSENT(""),
        DEFLATE("deflate"),
        AS_BROWSERS_SEND_IT("gzip, deflate, br, zstd");

        private final String value;

        AcceptEncoding(String value) {
            this.value = value;
        }

        Headers headers() {
            return this == ABSENT ? Headers.NONE : Headers.of("Accept-Encoding", value);
        }
    }

    @Param
    public AcceptEncoding acceptEncoding = AcceptEncoding.ABSENT;

    private final Handler service = Service.onServer();
    private Request request = Request.of("GET", "/");

    @Setup
    public void accept() {
        request = request.with(acceptEncoding.headers());
    }

    @Benchmark
    public Response page() {
        return service.handle(request);
    }
}
