package dev.breakeven.comparison.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void each_step_has_twice_the_calls_of_the_one_before() {
        WarmUp warmUp = new WarmUp(new double[] {5, 3, 2});
        assertThat(new double[] {warmUp.ratio(2), warmUp.ratio(3)}).containsOnly(5);
        assertThat(new double[] {warmUp.ratio(4), warmUp.ratio(7)}).containsOnly(3);
        assertThat(new double[] {warmUp.ratio(8), warmUp.ratio(15)}).containsOnly(2);
    }

    @Test
    void the_first_call_is_measured_apart_and_those_beyond_the_last_step_are_warm() {
        WarmUp warmUp = new WarmUp(new double[] {5});
        assertThat(warmUp.ratio(1)).isEqualTo(1);
        assertThat(warmUp.ratio(4)).isEqualTo(1);
        assertThat(warmUp.ratio(WarmUp.WARM)).isEqualTo(1);
    }
}
