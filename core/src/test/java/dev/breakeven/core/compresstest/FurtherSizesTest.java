package dev.breakeven.core.compresstest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FurtherSizesTest {

    private static final byte[] CONTENT = "abcabcabcabc".getBytes(UTF_8);

    @Test
    void every_codec_says_how_long_it_took() {
        assertThat(FurtherSizes.of(CONTENT))
                .extracting(FurtherSizes.Size::name)
                .containsExactly("xz", "zstd", "brotli", "lz4", "snappy");
        assertThat(FurtherSizes.of(CONTENT))
                .allSatisfy(size -> assertThat(size.nanos()).isBetween(1L, TimeUnit.MINUTES.toNanos(1)));
    }

    @Test
    void a_codec_that_is_not_made_for_this_machine_is_left_out() {
        assertThat(FurtherSizes.size(
                        "brotli",
                        content -> {
                            throw new UnsatisfiedLinkError("no brotli in java.library.path");
                        },
                        CONTENT))
                .isEmpty();
    }
}
