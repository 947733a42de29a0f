package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTest {

    @ParameterizedTest
    @CsvSource({"0.5,3,20,0.6", "1,1,0,1", "2,24,12,1", "10,4,13.5,0.1", "0.01,2,8,1.5", "1,1.4,5,0"})
    void a_week_has_its_mean_and_its_peak(double perSecond, double peakToMean, double peakHour, double weekend) {
        double[] steps = Daily.rhythm(perSecond, peakToMean, peakHour, weekend).expected();
        assertThat(steps).hasSize(7 * 24 * 12);
        assertThat(Arrays.stream(steps).average().orElseThrow()).isCloseTo(300 * perSecond, within(1e-6 * perSecond));
        assertThat(Arrays.stream(steps).max().orElseThrow())
                .isCloseTo(300 * perSecond * peakToMean, within(1e-4 * perSecond));
    }

    @Test
    void the_peak_hour_is_the_busiest_and_the_opposite_one_the_quietest() {
        double[] hours = hours(Daily.rhythm(1, 3, 20, 1), 24);
        assertThat(Arrays.stream(hours).max().orElseThrow()).isEqualTo(hours[20]);
        assertThat(Arrays.stream(hours).min().orElseThrow()).isEqualTo(hours[8]);
        assertThat(hours[19]).isCloseTo(hours[21], within(1e-6));
    }

    @Test
    void saturday_and_sunday_have_the_weekends_share_of_a_weekday() {
        double[] hours = hours(Daily.rhythm(0.5, 3, 20, 0.6), 168);
        double monday = Arrays.stream(hours, 0, 24).sum();
        assertThat(Arrays.stream(hours, 96, 120).sum()).isCloseTo(monday, within(1e-6));
        assertThat(Arrays.stream(hours, 120, 144).sum()).isCloseTo(0.6 * monday, within(1e-6));
        assertThat(Arrays.stream(hours, 144, 168).sum()).isCloseTo(0.6 * monday, within(1e-6));
    }

    @Test
    void a_flat_day_is_a_steady_rate() {
        double[] steps = Daily.rhythm(1, 1, 12, 1).expected();
        assertThat(Arrays.stream(steps).min().orElseThrow()).isCloseTo(300, within(1e-6));
        assertThat(Arrays.stream(steps).max().orElseThrow()).isCloseTo(300, within(1e-6));
    }

    @Test
    void four_weeks_have_four_times_the_requests_of_one() {
        RateSteps rate = Daily.rhythm(0.5, 3, 20, 0.6);
        // 0.5/s × 604,800 s.
        assertThat(rate.expectedRequests(Duration.ofDays(7))).isCloseTo(302_400, within(0.01));
        assertThat(rate.expectedRequests(Duration.ofDays(28))).isCloseTo(1_209_600, within(0.01));
    }

    private static double[] hours(RateSteps rate, int count) {
        double[] hours = new double[count];
        Arrays.setAll(
                hours,
                hour -> rate.expectedRequests(Duration.ofHours(hour + 1L))
                        - rate.expectedRequests(Duration.ofHours(hour)));
        return hours;
    }
}
