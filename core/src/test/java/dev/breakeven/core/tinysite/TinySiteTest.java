package dev.breakeven.core.tinysite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.pngtastic.core.processing.zopfli.Options;
import com.googlecode.pngtastic.core.processing.zopfli.Zopfli;
import dev.breakeven.core.Headers;
import dev.breakeven.core.ReferenceTool;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TinySiteTest {

    private static final byte[] PAGE = answer("identity").body();
    private static final byte[] DEFLATE = answer("deflate").body();
    private static final byte[] BROTLI = answer("br").body();

    // The page

    /** Nothing in the head says in which character set the page is, so it keeps to what they all have. */
    @Test
    void the_page_is_ascii() {
        for (byte character : PAGE) {
            assertThat(character).isBetween((byte) ' ', (byte) '~');
        }
    }

    @Test
    void the_page_says_no_less_than_the_820_bytes_it_is_modelled_on() {
        assertThat(PAGE).hasSizeGreaterThanOrEqualTo(820);
    }

    @Test
    void the_page_tells_its_type_by_its_first_bytes() {
        assertThat(new String(PAGE, US_ASCII)).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html lang=en>",
                "<meta name=viewport ",
                "<title>Breakeven</title>",
                "<style>",
                "<h1>Breakeven</h1>",
                "<a href=/compress>"
            })
    void the_page_has(String part) {
        assertThat(new String(PAGE, US_ASCII)).containsOnlyOnce(part);
    }

    // Its encodings

    @Test
    void deflate_is_the_page() throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(DEFLATE);
            byte[] page = new byte[PAGE.length + 1];
            int length = inflater.inflate(page);
            assertThat(Arrays.copyOf(page, length)).isEqualTo(PAGE);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
        } finally {
            inflater.end();
        }
    }

    @Test
    void deflate_is_no_larger_than_a_thousand_rounds_of_zopfli_make_it() throws IOException {
        ByteArrayOutputStream zopfli = new ByteArrayOutputStream();
        Options options = new Options(Options.OutputFormat.DEFLATE, Options.BlockSplitting.FIRST, 1_000);
        new Zopfli(32 * 1024).compress(options, PAGE, zopfli);
        assertThat(DEFLATE).hasSizeLessThanOrEqualTo(zopfli.size());
    }

    @Test
    void brotli_is_the_page() throws IOException {
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(BROTLI))) {
            assertThat(in.readAllBytes()).isEqualTo(PAGE);
        }
    }

    @Nested
    class BesideZopfli {

        private static final ReferenceTool ZOPFLI = new ReferenceTool("zopfli");

        @BeforeAll
        static void require() {
            ZOPFLI.require();
        }

        @Test
        void deflate_is_no_larger() throws IOException, InterruptedException {
            byte[] zopfli = ZOPFLI.run(PAGE, "--deflate", "--i1000", "-c", "/dev/stdin");
            assertThat(DEFLATE).hasSizeLessThanOrEqualTo(zopfli.length);
        }
    }

    @Nested
    class BesideBrotli {

        private static final ReferenceTool BROTLI_PROGRAM = new ReferenceTool("brotli");

        @BeforeAll
        static void require() {
            BROTLI_PROGRAM.require();
        }

        @Test
        void brotli_reads_the_page() throws IOException, InterruptedException {
            assertThat(BROTLI_PROGRAM.run(BROTLI, "-d", "-c")).isEqualTo(PAGE);
        }

        @Test
        void ours_is_no_larger() throws IOException, InterruptedException {
            assertThat(BROTLI).hasSizeLessThanOrEqualTo(BROTLI_PROGRAM.run(PAGE, "-q", "11", "-c").length);
        }
    }

    // Its bytes

    @ParameterizedTest
    @CsvSource({"deflate, 67", "br, 62"})
    void the_head_takes_this_many_bytes(String coding, int bytes) {
        assertThat(head(answer(coding))).hasSize(bytes);
    }

    /** 576 bytes, less 20 for IP and 20 for TCP. */
    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br"})
    void head_and_body_fit_into_one_datagram(String coding) {
        Response answer = answer(coding);
        assertThat(head(answer).length() + answer.body().length).isLessThanOrEqualTo(536);
    }

    private static Response answer(String coding) {
        return new TinySite().handle(Request.of("GET", "/").with(Headers.of("Accept-Encoding", coding)));
    }

    /** As a server of our own writes it. */
    private static String head(Response answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " OK\r\n");
        for (Headers.Header header : answer.headers()
                .and("Content-Length", "" + answer.body().length)
                .all()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
