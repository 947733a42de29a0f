package dev.breakeven.comparison.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 1_000_000})
    void has_the_length_asked_for(int length) {
        assertThat(Prose.bytes(length)).hasSize(length);
    }

    @Test
    void is_always_the_same() {
        assertThat(Prose.bytes(10_000)).isEqualTo(Prose.bytes(10_000));
    }

    /** English text goes to between a third and two fifths of its size; the article's own sample to 32 %. */
    @Test
    void compresses_like_text() {
        Deflater deflater = new Deflater(9);
        try {
            deflater.setInput(Prose.bytes(100_000));
            deflater.finish();
            assertThat(deflater.deflate(new byte[100_000])).isBetween(30_000, 42_000);
        } finally {
            deflater.end();
        }
    }
}
