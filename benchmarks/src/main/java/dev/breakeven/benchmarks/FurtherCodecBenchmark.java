package dev.breakeven.benchmarks;

import dev.breakeven.core.compresstest.FurtherCodec;
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
 * What does {@code ?codecs=all} cost? Each of the codecs that it adds, by itself, on 100 kB.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=FurtherCodecBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FurtherCodecBenchmark {

    private static final int BYTES = 100_000;

    @Param
    public FurtherCodec codec = FurtherCodec.XZ;

    @Param
    public Payload payload = Payload.TEXT;

    private byte[] content = {};

    @Setup
    public void fill() {
        content = payload.bytes(BYTES);
    }

    @Benchmark
    public long compress() {
        return codec.compressedBytes(content);
    }
}
