package dev.breakeven.core.compresstest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.breakeven.core.ReferenceTool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a codec writes is read by a program or library that owes nothing to the one that wrote it. */
class FurtherCodecTest {

    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "ONE_BYTE", "TEXT_OF_100_KB", "ZEROS_OF_3_MIB", "RANDOM_OF_99_980"})
    void another_library_reads_our_brotli(Sample sample) throws IOException {
        byte[] content = sample.bytes();
        try (InputStream brotli =
                new BrotliInputStream(new ByteArrayInputStream(stream(FurtherCodec.BROTLI, content)))) {
            assertThat(brotli.readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "ONE_BYTE", "TEXT_OF_100_KB", "ZEROS_OF_3_MIB", "RANDOM_OF_99_980"})
    void another_library_reads_our_snappy(Sample sample) throws IOException {
        byte[] content = sample.bytes();
        try (InputStream snappy =
                new SnappyCompressorInputStream(new ByteArrayInputStream(stream(FurtherCodec.SNAPPY, content)))) {
            assertThat(snappy.readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_size_is_the_length_of_the_stream(FurtherCodec codec) throws IOException {
        byte[] content = Sample.TEXT_OF_100_KB.bytes();
        assertThat(codec.compressedBytes(content)).isEqualTo(stream(codec, content).length);
    }

    /** The library's port of xz is one of its authors' own. */
    @Nested
    class BesideXz extends BesideItsProgram {
        BesideXz() {
            super(FurtherCodec.XZ, new ReferenceTool("xz"), 0.5, "-9", "-c");
        }
    }

    @Nested
    class BesideZstd extends BesideItsProgram {
        BesideZstd() {
            super(FurtherCodec.ZSTD, new ReferenceTool("zstd"), 0.5, "-19", "--no-check", "-q", "-c");
        }
    }

    /** The program has searched harder at its last levels since the library was made of it. */
    @Nested
    class BesideLz4 extends BesideItsProgram {
        BesideLz4() {
            super(FurtherCodec.LZ4, new ReferenceTool("lz4"), 3, "-9", "--no-frame-crc", "-c");
        }
    }

    abstract static class BesideItsProgram {

        private final FurtherCodec codec;
        private final ReferenceTool program;
        private final double percent;
        private final String[] atItsBest;

        BesideItsProgram(FurtherCodec codec, ReferenceTool program, double percent, String... atItsBest) {
            this.codec = codec;
            this.program = program;
            this.percent = percent;
            this.atItsBest = atItsBest;
        }

        @ParameterizedTest
        @EnumSource(names = {"NOTHING", "ONE_BYTE", "TEXT_OF_100_KB", "ZEROS_OF_3_MIB", "RANDOM_OF_99_980"})
        void the_program_reads_our_stream(Sample sample) throws IOException, InterruptedException {
            program.require();
            byte[] content = sample.bytes();
            assertThat(program.run(stream(codec, content), "-d", "-c")).isEqualTo(content);
        }

        @ParameterizedTest
        @EnumSource(names = {"TEXT_OF_100_KB", "RANDOM_OF_99_980"})
        void our_size_is_that_of_the_program(Sample sample) throws IOException, InterruptedException {
            program.require();
            byte[] content = sample.bytes();
            long expected = program.run(content, atItsBest).length;
            assertThat(codec.compressedBytes(content)).isCloseTo(expected, withinPercentage(percent));
        }
    }

    private static byte[] stream(FurtherCodec codec, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.compress(content, out);
        return out.toByteArray();
    }
}
