package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteadinessTest {

    @Test
    void the_first_fifth_is_left_out() {
        assertThat(Steadiness.medianOfWarm(new double[] {9, 9, 1, 2, 3, 4, 5, 6, 7, 8}))
                .isEqualTo(5);
    }

    @Test
    void a_chunk_in_which_something_else_happened_does_not_count() {
        assertThat(Steadiness.medianOfWarm(new double[] {2, 2, 2, 2, 900, 2, 2}))
                .isEqualTo(2);
    }

    @Test
    void one_chunk_is_enough() {
        assertThat(Steadiness.medianOfWarm(new double[] {3})).isEqualTo(3);
    }
}
