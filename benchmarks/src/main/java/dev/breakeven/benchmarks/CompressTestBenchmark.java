package dev.breakeven.benchmarks;

import dev.breakeven.core.Form;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import dev.breakeven.core.compresstest.Codec;
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
 * What does a payload cost to compress? The whole answer of the core, where the form is read, every codec runs and the sizes are
 * written; and each codec by itself.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=CompressTestBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompressTestBenchmark {

    /** Decimal, as the sizes of files are usually given. */
    public enum Size {
        KB_1(1_000),
        KB_100(100_000),
        MB_1_4(1_400_000),
        MB_3(3_000_000);

        private final int bytes;

        Size(int bytes) {
            this.bytes = bytes;
        }
    }

    @Param
    public Payload payload = Payload.TEXT;

    @Param
    public Size size = Size.KB_1;

    private final Handler service = Service.onServer();
    private byte[] content = {};
    private Request request = Request.of("POST", "/compress");

    @Setup
    public void upload() {
        content = payload.bytes(size.bytes);
        request = Form.file(content);
    }

    @Benchmark
    public Response compress() {
        return service.handle(request);
    }

    @Benchmark
    public long deflate() {
        return Codec.DEFLATE.compressedBytes(content);
    }

    @Benchmark
    public long bzip2() {
        return Codec.BZIP2.compressedBytes(content);
    }
}
