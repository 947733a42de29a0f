package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void the_highest_value_is_a_whole_block_and_the_others_are_in_proportion() {
        assertThat(Sparkline.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, 9, Math::max))
                .isEqualTo("▁▁▂▃▄▅▆▇█");
    }

    @Test
    void neighbours_share_a_column() {
        assertThat(Sparkline.of(new double[] {1, 8, 0, 0, 4}, 3, Math::max)).isEqualTo("█▁▄");
        assertThat(Sparkline.of(new double[] {1, 1, 2, 2, 0}, 3, Double::sum)).isEqualTo("▄█▁");
    }

    @Test
    void where_there_is_no_value_there_is_a_dot() {
        assertThat(Sparkline.of(new double[] {Double.NaN, 3, Double.NaN, Double.NaN}, 2, Math::max))
                .isEqualTo("█·");
    }

    @Test
    void nothing_at_all_is_flat() {
        assertThat(Sparkline.of(new double[] {0, 0}, 9, Math::max)).isEqualTo("▁▁");
    }
}
