package dev.breakeven.core.compresstest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedSizesTest {

    private static final int THREADS = 8;

    @Test
    void twenty_four_letters_of_a_repeated_abc() {
        CompressedSizes sizes = CompressedSizes.of("abcabcabcabcabcabcabcabc".getBytes(UTF_8));
        assertThat(sizes).isEqualTo(new CompressedSizes(24, 25, 40, 7, 13));
    }

    @ParameterizedTest
    @EnumSource
    void one_deflate_stream_makes_three_formats(Sample sample) {
        byte[] content = sample.bytes();
        CompressedSizes sizes = CompressedSizes.of(content);
        assertThat(sizes.original()).isEqualTo(content.length);
        assertThat(sizes.gzip()).isEqualTo(sizes.deflate() + 18);
        assertThat(sizes.zlib()).isEqualTo(sizes.deflate() + 6);
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL_TEXT", "TEXT_OF_100_KB", "FOURS_OF_79_984"})
    void eight_threads_at_once_find_what_one_finds_alone(Sample sample) throws Exception {
        byte[] content = sample.bytes();
        CompressedSizes alone = CompressedSizes.of(content);
        List<CompressedSizes> together = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<CompressedSizes>> calls = new ArrayList<>();
            for (int i = 0; i < 2 * THREADS; i++) {
                calls.add(() -> CompressedSizes.of(content));
            }
            for (Future<CompressedSizes> call : callers.invokeAll(calls)) {
                together.add(call.get());
            }
        }
        assertThat(together).hasSize(16).containsOnly(alone);
    }
}
