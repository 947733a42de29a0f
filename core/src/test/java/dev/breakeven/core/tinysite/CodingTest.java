package dev.breakeven.core.tinysite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

    @Test
    void without_the_header_it_is_deflate() {
        assertThat(Coding.acceptedBy(Headers.NONE)).isEqualTo(Coding.DEFLATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                               | IDENTITY",
                "' '                              | IDENTITY",
                "identity                         | IDENTITY",
                "gzip                             | IDENTITY",
                "deflate                          | DEFLATE",
                "br                               | BROTLI",
                "gzip, deflate, br                | BROTLI",
                "gzip, deflate, br, zstd          | BROTLI",
                "deflate, identity                | DEFLATE",
                "*                                | DEFLATE",
                "gzip, *                          | DEFLATE",
                "*;q=0.1                          | DEFLATE",
                "br;q=0, *                        | DEFLATE",
                "br, *;q=0                        | BROTLI",
                "deflate;q=0, *                   | IDENTITY",
                "identity;q=0, *                  | DEFLATE",
                // what the caller likes best
                "br;q=0.5, deflate;q=0.8          | DEFLATE",
                "br;q=0.8, deflate;q=0.8          | BROTLI",
                "deflate;q=0.5, identity          | IDENTITY",
                "identity;q=0.5, deflate;q=0.4    | IDENTITY",
                "identity;q=0.5, deflate;q=0.5    | DEFLATE",
                "identity;q=0.5, *;q=0.6          | DEFLATE",
                "deflate;q=0.001                  | DEFLATE",
                // nothing is left to send but the page as it is
                "deflate;q=0                      | IDENTITY",
                "deflate;q=0.000                  | IDENTITY",
                "*;q=0                            | IDENTITY",
                "identity;q=0                     | IDENTITY",
                "identity;q=0, *;q=0              | IDENTITY",
                // as people write it
                "DEFLATE                          | DEFLATE",
                "Deflate;Q=0.5                    | DEFLATE",
                "deflate ; q=0.8                  | DEFLATE",
                "'  deflate;q=1.000  '            | DEFLATE",
                "' ,, deflate ,'                  | DEFLATE",
                "x-deflate                        | IDENTITY",
                "deflated                         | IDENTITY",
                // weights that nobody can read
                "deflate;q=                       | IDENTITY",
                "deflate;q=high                   | IDENTITY",
                "deflate;q=2                      | IDENTITY",
                "deflate;q=-1                     | IDENTITY",
                "deflate;q=NaN                    | IDENTITY",
                "deflate;                         | IDENTITY",
                "deflate;level=9                  | IDENTITY"
            })
    void this_header_is_answered_with(String header, Coding coding) {
        assertThat(Coding.acceptedBy(Headers.of("Accept-Encoding", header))).isEqualTo(coding);
    }

    @Test
    void several_header_lines_count_as_one() {
        Headers headers = Headers.of("Accept-Encoding", "identity;q=0.5", "accept-encoding", "br;q=0.4, deflate;q=0.6");
        assertThat(Coding.acceptedBy(headers)).isEqualTo(Coding.DEFLATE);
    }
}
