package dev.breakeven.core.compresstest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.breakeven.core.ReferenceTool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Bzip2Test {

    @ParameterizedTest
    @EnumSource
    void parts_read_back_the_same(Sample sample) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] stream : streams(sample.bytes())) {
            try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(stream))) {
                content.writeBytes(in.readAllBytes());
            }
        }
        assertThat(content.toByteArray()).isEqualTo(sample.bytes());
    }

    @ParameterizedTest
    @EnumSource
    void the_size_is_that_of_one_stream_of_all_blocks(Sample sample) throws IOException {
        byte[] content = sample.bytes();
        assertThat(size(content)).isEqualTo(oneStream(content).length);
    }

    @Test
    void noise_of_three_mebibytes_makes_four_blocks_and_zeros_make_one() {
        assertThat(Bzip2.blockStarts(Sample.RANDOM_OF_3_MIB.bytes())).hasSize(4);
        assertThat(Bzip2.blockStarts(Sample.ZEROS_OF_3_MIB.bytes())).hasSize(1);
        assertThat(Bzip2.blockStarts(Sample.NOTHING.bytes())).isEmpty();
    }

    @Nested
    class BesideTheProgram {

        private static final ReferenceTool BZIP2 = new ReferenceTool("bzip2");

        @BeforeAll
        static void require() {
            BZIP2.require();
        }

        /** The program takes streams one after the other for one, and none for one of nothing. */
        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
        void bzip2_reads_our_parts(Sample sample) throws IOException, InterruptedException {
            byte[] content = sample.bytes();
            ByteArrayOutputStream streams = new ByteArrayOutputStream();
            streams(content).forEach(streams::writeBytes);
            assertThat(BZIP2.run(streams.toByteArray(), "-d", "-c")).isEqualTo(content);
        }

        /** The codec fits its Huffman tables a little otherwise than the program, for better and for worse; no more than 0.5 %. */
        @ParameterizedTest
        @EnumSource
        void our_size_is_that_of_bzip2(Sample sample) throws IOException, InterruptedException {
            byte[] content = sample.bytes();
            long expected = BZIP2.run(content, "-9", "-c").length;
            assertThat(size(content)).isCloseTo(expected, withinPercentage(0.5));
        }
    }

    private static long size(byte[] content) {
        return Codec.BZIP2.compressedBytes(content);
    }

    private static List<byte[]> streams(byte[] content) throws IOException {
        List<byte[]> streams = new ArrayList<>();
        for (Bzip2.Part part : Bzip2.parts(content)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            part.compress(out);
            streams.add(out.toByteArray());
        }
        return streams;
    }

    private static byte[] oneStream(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream bzip2 = new BZip2CompressorOutputStream(out, BZip2CompressorOutputStream.MAX_BLOCKSIZE)) {
            bzip2.write(content);
        }
        return out.toByteArray();
    }
}
