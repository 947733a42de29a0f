package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class IntervalTest {

    /** Mean 2 and standard deviation 1 of three runs: 2 ± 4.303 / √3. */
    @Test
    void it_is_student_s() {
        Interval interval = Interval.of(1, 2, 3);
        assertThat(interval.low()).isCloseTo(2 - 2.484, within(0.001));
        assertThat(interval.high()).isCloseTo(2 + 2.484, within(0.001));
    }

    @Test
    void one_run_is_a_point() {
        assertThat(Interval.of(7)).isEqualTo(new Interval(7, 7));
    }

    /** Of 10,000 intervals from eight normal runs each, 95 % hold the true mean; ±1 % is four and a half standard errors. */
    @Test
    void it_holds_the_mean_nineteen_times_in_twenty() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int holds = 0;
        for (int i = 0; i < 10_000; i++) {
            double[] runs =
                    random.doubles(8).map(uniform -> random.nextGaussian(3, 2)).toArray();
            Interval interval = Interval.of(runs);
            holds += interval.low() <= 3 && 3 <= interval.high() ? 1 : 0;
        }
        assertThat(holds / 10_000.0).isCloseTo(0.95, within(0.01));
    }
}
