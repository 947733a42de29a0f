package dev.breakeven.core.compresstest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.breakeven.core.ReferenceTool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeflateFormatTest {

    @ParameterizedTest
    @EnumSource
    void a_deflate_stream_reads_back_the_same(Sample sample) throws IOException, DataFormatException {
        byte[] content = sample.bytes();
        assertThat(inflate(new Inflater(true), stream(DeflateFormat.DEFLATE, content), content.length))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource
    void a_zlib_stream_reads_back_the_same(Sample sample) throws IOException, DataFormatException {
        byte[] content = sample.bytes();
        assertThat(inflate(new Inflater(), stream(DeflateFormat.ZLIB, content), content.length))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource
    void a_gzip_stream_reads_back_the_same(Sample sample) throws IOException {
        byte[] content = sample.bytes();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stream(DeflateFormat.GZIP, content)))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @CsvSource({"DEFLATE, 0", "ZLIB, 6", "GZIP, 18"})
    void a_frame_takes_this_many_bytes(DeflateFormat format, int bytes) {
        assertThat(format.overheadBytes()).isEqualTo(bytes);
    }

    @Nested
    class BesideTheProgram {

        private static final ReferenceTool GZIP = new ReferenceTool("gzip");

        @BeforeAll
        static void require() {
            GZIP.require();
        }

        @ParameterizedTest
        @EnumSource
        void gzip_reads_our_stream(Sample sample) throws IOException, InterruptedException {
            byte[] content = sample.bytes();
            assertThat(GZIP.run(stream(DeflateFormat.GZIP, content), "-d", "-c"))
                    .isEqualTo(content);
        }

        /** gzip's own deflate and the JDK's zlib cut their blocks at other places, for better and for worse; no more than 0.5 %. */
        @ParameterizedTest
        @EnumSource
        void our_size_is_that_of_gzip(Sample sample) throws IOException, InterruptedException {
            byte[] content = sample.bytes();
            long expected = GZIP.run(content, "-9", "-n", "-c").length;
            assertThat((long) stream(DeflateFormat.GZIP, content).length).isCloseTo(expected, withinPercentage(0.5));
        }

        @Test
        void our_head_is_that_of_gzip() throws IOException, InterruptedException {
            byte[] theirs = GZIP.run(Sample.SMALL_TEXT.bytes(), "-9", "-n", "-c");
            assertThat(DeflateFormat.GZIP.head()).isEqualTo(Arrays.copyOf(theirs, 10));
        }
    }

    private static byte[] stream(DeflateFormat format, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(format.head());
        Deflate.compress(content, out);
        out.write(format.tail(content));
        return out.toByteArray();
    }

    /** What a stream holds, which must be all of it: nothing missing, nothing behind. */
    private static byte[] inflate(Inflater inflater, byte[] stream, int length) throws DataFormatException {
        try {
            inflater.setInput(stream);
            byte[] content = new byte[length + 1];
            int inflated = inflater.inflate(content);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(content, inflated);
        } finally {
            inflater.end();
        }
    }
}
