package dev.breakeven.comparison.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedProgressTest {

    private final List<Double> seen = new ArrayList<>();

    @Test
    void a_half_of_one_and_the_whole_of_another_of_four_are_three_eighths() {
        SharedProgress shared = new SharedProgress(new Watcher(), 4);
        shared.piece(0).done(0.5);
        shared.piece(2).done(1);
        assertThat(seen).containsExactly(0.125, 0.375);
    }

    private final class Watcher implements Progress {
        @Override
        public void begin(String stage) {
            throw new AssertionError("A piece begins no stage.");
        }

        @Override
        public void done(double part) {
            seen.add(part);
        }
    }
}
