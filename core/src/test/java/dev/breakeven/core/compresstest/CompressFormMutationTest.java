package dev.breakeven.core.compresstest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Headers;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that was right until something happened to it is read or refused, and nothing else. */
class CompressFormMutationTest {

    private static final int FORMS_PER_SEED = 500;

    private static final String CONTENT_TYPE = "multipart/form-data; boundary=\"--b7\"";
    private static final String FORM = String.join(
            "\r\n",
            "----b7",
            "Content-Disposition: form-data; name=\"textEntry\"",
            "",
            "",
            "----b7",
            "Content-Disposition: form-data; name=\"fileUpload\"; filename=\"a.txt\"",
            "Content-Type: text/plain",
            "",
            "hello hello hello",
            "----b7",
            "Content-Disposition: form-data; name=\"other\"",
            "",
            "x",
            "----b7--",
            "");

    /** What means something to whoever reads a form. */
    private static final List<String> TOKENS = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n",
            "\r",
            "\0",
            "\"",
            "\\",
            ";",
            ":",
            "=",
            ",",
            " ",
            "--",
            "----b7",
            "\r\n----b7\r\n",
            "\r\n----b7--",
            "*",
            "filename*=UTF-8''%e2%82",
            "name*=utf-8'en'fileUpload; ",
            "=?utf-8?B?aGVsbG8=?=",
            "=?nowhere?Q?=zz?=",
            "\r\nContent-Type: multipart/mixed",
            "\r\nContent-Type: multipart/mixed; boundary=--b7",
            "\r\nContent-Type: multipart/mixed; boundary=--c8",
            "\r\nContent-Length: -1",
            "\r\nContent-Length: 99999999999999999999",
            "\r\n ",
            "\u00ff",
            "x".repeat(5_000));

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void five_hundred_spoilt_forms_are_read_or_refused(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < FORMS_PER_SEED; i++) {
            String contentType = random.nextInt(4) == 0 ? spoil(CONTENT_TYPE, 1, random) : CONTENT_TYPE;
            String body = spoil(FORM, 1 + random.nextInt(6), random);
            try {
                assertThat(CompressForm.contentOf(post(contentType, body))).isNotEmpty();
            } catch (RefusedException refused) {
                assertThat(refused.problem().status()).isIn(400, 413, 415, 422);
            } catch (RuntimeException fault) {
                throw new AssertionError("Content-Type: " + contentType + "\r\n\r\n" + body, fault);
            }
        }
    }

    private static Request post(String contentType, String body) {
        return Request.of("POST", "/compress")
                .with(Headers.of("Content-Type", contentType))
                .with(body.getBytes(ISO_8859_1));
    }

    private static String spoil(String text, int times, Random random) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(spoilt.length() + 1);
            int to = Math.min(spoilt.length(), from + 1 + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> spoilt.replace(from, Math.min(to, from + 1), "" + (char) random.nextInt(256));
                case 1 -> spoilt.delete(from, to);
                case 2 -> spoilt.insert(random.nextInt(spoilt.length() + 1), spoilt.substring(from, to));
                case 3 -> spoilt.setLength(Math.max(1, from));
                default -> spoilt.insert(from, TOKENS.get(random.nextInt(TOKENS.size())));
            }
        }
        return spoilt.toString();
    }
}
