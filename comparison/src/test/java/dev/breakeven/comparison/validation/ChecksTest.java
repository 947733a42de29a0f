package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void ten_per_cent_of_what_was_observed_are_allowed_and_no_more() {
        assertThat(new Check("p50", 2.19, 2.0, 0.10, 0, 0).within()).isTrue();
        assertThat(new Check("p50", 2.21, 2.0, 0.10, 0, 0).within()).isFalse();
        assertThat(new Check("p50", 1.79, 2.0, 0.10, 0, 0).within()).isFalse();
    }

    @Test
    void the_widest_of_the_three_holds() {
        assertThat(new Check("peak-capacity", 3, 2, 0.15, 1, 0).within()).isTrue();
        assertThat(new Check("peak-capacity", 4, 2, 0.15, 1, 0).within()).isFalse();
        assertThat(new Check("cold-starts", 41, 25, 0.15, 1, 15).within()).isFalse();
        assertThat(new Check("cold-starts", 40, 25, 0.15, 1, 15).within()).isTrue();
    }

    @Test
    void nothing_predicted_and_nothing_observed_is_no_error() {
        assertThat(new Check("failures", 0, 0, 0.15, 1, 0).error()).isZero();
    }
}
