package dev.breakeven.benchmarks;

import dev.breakeven.core.compresstest.CompressedSizes;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
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
 * Are the codecs as fast as those of the program that CompressTest was, in Go? Both compress the same bytes with all codecs at the
 * same time; that one gets them through a pipe, which takes a few microseconds. It is measured where it was built:
 *
 * <pre>(cd benchmarks/original && go mod tidy && go build)
 * ./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=OriginalBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class OriginalBenchmark {

    static final Path PROGRAM = Built.in("benchmarks/original/original");

    /** What is compressed. */
    public enum Content {
        TEXT_100_KB(Payload.TEXT, 100_000),
        TEXT_1_4_MB(Payload.TEXT, 1_400_000),
        BINARY_2_MB(Payload.BINARY, 2_000_000);

        private final Payload payload;
        private final int length;

        Content(Payload payload, int length) {
            this.payload = payload;
            this.length = length;
        }
    }

    @Param
    public Content content = Content.TEXT_100_KB;

    private byte[] bytes = {};
    private @Nullable Original original;

    /** The program, and its two pipes. */
    private record Original(Process process, DataOutputStream in, DataInputStream out) {

        static Original start() throws IOException {
            Process process = new ProcessBuilder(PROGRAM.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Original(
                    process,
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
                    new DataInputStream(process.getInputStream()));
        }

        int compress(byte[] bytes) throws IOException {
            in.writeInt(bytes.length);
            in.write(bytes);
            in.flush();
            int gzip = out.readInt();
            int bzip2 = out.readInt();
            int deflate = out.readInt();
            return gzip + bzip2 + deflate;
        }
    }

    @Setup(Level.Trial)
    public void start() throws IOException {
        bytes = content.payload.bytes(content.length);
        original = Original.start();
    }

    @TearDown(Level.Trial)
    public void end() {
        if (original != null) {
            original.process().destroy();
        }
    }

    @Benchmark
    public CompressedSizes breakeven() {
        return CompressedSizes.of(bytes);
    }

    @Benchmark
    public int original() throws IOException {
        if (original == null) {
            throw new IllegalStateException("The program was not started");
        }
        return original.compress(bytes);
    }
}
