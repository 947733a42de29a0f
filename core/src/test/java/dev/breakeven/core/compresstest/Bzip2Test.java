package dev.breakeven.core.compresstest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.breakeven.core.ReferenceTool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Bzip2Test {

    @ParameterizedTest
    @EnumSource
    void a_stream_reads_back_the_same(Sample sample) throws IOException {
        byte[] content = sample.bytes();
        try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(stream(content)))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_smaller_block_makes_the_size_of_the_largest(Sample sample) throws IOException {
        byte[] content = sample.bytes();
        ByteArrayOutputStream largest = new ByteArrayOutputStream();
        try (OutputStream bzip2 = new BZip2CompressorOutputStream(largest, 9)) {
            bzip2.write(content);
        }
        assertThat(stream(content)).hasSize(largest.size());
    }

    @Nested
    class BesideTheProgram {

        private static final ReferenceTool BZIP2 = new ReferenceTool("bzip2");

        @BeforeAll
        static void require() {
            BZIP2.require();
        }

        @ParameterizedTest
        @EnumSource
        void bzip2_reads_our_stream(Sample sample) throws IOException, InterruptedException {
            byte[] content = sample.bytes();
            assertThat(BZIP2.run(stream(content), "-d", "-c")).isEqualTo(content);
        }

        /** The codec fits its Huffman tables a little otherwise than the program, for better and for worse; no more than 0.5 %. */
        @ParameterizedTest
        @EnumSource
        void our_size_is_that_of_bzip2(Sample sample) throws IOException, InterruptedException {
            byte[] content = sample.bytes();
            long expected = BZIP2.run(content, "-9", "-c").length;
            assertThat((long) stream(content).length).isCloseTo(expected, withinPercentage(0.5));
        }
    }

    private static byte[] stream(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bzip2.compress(content, out);
        return out.toByteArray();
    }
}
