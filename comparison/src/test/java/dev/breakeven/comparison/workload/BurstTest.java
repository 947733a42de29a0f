package dev.breakeven.comparison.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurstTest {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 30})
    void all_its_requests_come_within_the_workload(long days) {
        Burst burst = Burst.of(
                Duration.ofHours(6),
                Duration.ofMinutes(30),
                Duration.ofHours(3),
                Duration.ofHours(4),
                3.5,
                30_000,
                Duration.ofDays(days));
        assertThat(burst.expectedRequests(Duration.ofDays(days))).isCloseTo(30_000, within(1e-6));
        // Three times the root of 30,000 is 520.
        assertThat(Arrays.stream(perSecond(burst, Duration.ofDays(days))).sum()).isCloseTo(30_000, within(520L));
    }

    @Test
    void the_rate_rises_to_its_peak_stays_and_halves_with_every_half_life() {
        // At 36/h in the peak: 18 in the hour of the onset, 72 on the plateau, then 36/ln 2 × 1/2 = 25.97 in the first
        // hour of the decay, and half as many in each hour that follows.
        Burst burst =
                new Burst(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(1), 0.01, 1);
        double[] hours = new double[8];
        Arrays.setAll(hours, hour -> burst.expectedUntil((hour + 1) * 3_600.0) - burst.expectedUntil(hour * 3_600.0));
        assertThat(hours)
                .containsExactly(new double[] {0, 18, 36, 36, 25.9685, 12.9843, 6.4921, 3.2461}, within(0.0001));
    }

    @Test
    void counts_of_what_arrives_follow_the_curve() {
        Burst burst = Burst.of(
                Duration.ofHours(6),
                Duration.ofMinutes(40),
                Duration.ofHours(4),
                Duration.ofHours(3),
                3.5,
                1_000_000,
                TWO_DAYS);
        long[] seconds = perSecond(burst, TWO_DAYS);
        double chiSquare = 0;
        int hours = 0;
        for (int hour = 0; hour < 48; hour++) {
            double expected = burst.expectedUntil((hour + 1) * 3_600.0) - burst.expectedUntil(hour * 3_600.0);
            long seen = Arrays.stream(seconds, 3_600 * hour, 3_600 * (hour + 1)).sum();
            // The hour of the onset is the one in which the order of busy and quiet seconds changes the total.
            if (expected > 100 && hour != 6) {
                chiSquare += (seen - expected) * (seen - expected) / expected;
                hours++;
            }
        }
        // 65.2 is exceeded once in a thousand with 34 degrees of freedom.
        assertThat(hours).isEqualTo(34);
        assertThat(chiSquare).isLessThan(65.2);
    }

    @Test
    void the_busiest_second_of_an_hour_reaches_the_jitter_and_the_hour_keeps_its_total() {
        // 1,000 a second for two hours. The busiest second has 3,500 expected and ±59 by chance.
        Burst burst = new Burst(Duration.ZERO, Duration.ZERO, Duration.ofHours(2), Duration.ZERO, 1_000, 3.5);
        long[] seconds = perSecond(burst, Duration.ofHours(2));
        for (int hour = 0; hour < 2; hour++) {
            long[] ofHour = Arrays.copyOfRange(seconds, 3_600 * hour, 3_600 * (hour + 1));
            assertThat(Arrays.stream(ofHour).sum()).isCloseTo(3_600_000, within(5_700L));
            assertThat(Arrays.stream(ofHour).max().orElseThrow()).isCloseTo(3_500, within(180L));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.2, 3.5, 9, 100})
    void factors_have_the_mean_1_and_the_jitter_for_a_maximum(double jitter) {
        double[] factors = JitteredSeconds.factors(jitter);
        assertThat(Arrays.stream(factors).average().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(factors).max().orElseThrow()).isCloseTo(jitter, within(1e-5));
        assertThat(Arrays.stream(factors).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }

    private static long[] perSecond(Burst burst, Duration duration) {
        long[] seconds = new long[(int) duration.toSeconds()];
        ArrivalCursor cursor = ArrivalCursor.of(burst, duration.toNanos(), RequestStream.generator(1, "burst"));
        for (long nanos = cursor.nextNanos(); nanos != ArrivalCursor.NEVER; nanos = cursor.nextNanos()) {
            seconds[(int) (nanos / 1_000_000_000L)]++;
        }
        return seconds;
    }
}
