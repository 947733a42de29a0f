package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepTest {

    /** A quarter of the highest cost and all of the time are 1.25, half of both 1, all of the cost and a quarter 1.25. */
    @Test
    void the_balanced_one_has_the_least_sum_of_parts_of_the_highest() throws Exception {
        Sweep.Best best = best(point(256, 1, 4), point(512, 2, 2), point(1_024, 4, 1));
        assertThat(at(best.cheapest())).isEqualTo(256);
        assertThat(at(best.balanced())).isEqualTo(512);
        assertThat(at(best.fastest())).isEqualTo(1_024);
    }

    @Test
    void of_two_that_cost_the_same_the_faster_is_the_cheapest_and_the_other_way_round() throws Exception {
        Sweep.Best best = best(point(256, 1, 4), point(512, 1, 3), point(1_024, 2, 1), point(2_048, 3, 1));
        assertThat(at(best.cheapest())).isEqualTo(512);
        assertThat(at(best.fastest())).isEqualTo(1_024);
    }

    @Test
    void what_fails_its_callers_is_no_choice() throws Exception {
        Sweep.Point failing = new Sweep.Point(
                List.of(BigDecimal.valueOf(256)), 1_000, BigDecimal.ONE, BigDecimal.ZERO, 1, 1, 1, 1, 0, 2);
        Sweep sweep = sweep(0, failing, point(512, 1, 3));
        assertThat(at(sweep.best().getFirst().cheapest())).isEqualTo(512);
        assertThat(SweepVerdict.of(sweep)).contains("What fails more than 0.1 % of the requests is no choice: 1 of 2.");
    }

    /** 300 MB and one byte are 301 begun megabytes. */
    @Test
    void less_memory_than_the_process_held_is_no_choice_and_named() throws Exception {
        Sweep sweep = sweep((300L << 20) + 1, point(256, 1, 4), point(300, 2, 3), point(512, 3, 2));
        assertThat(at(sweep.best().getFirst().cheapest())).isEqualTo(512);
        assertThat(String.join(" ", SweepVerdict.of(sweep)))
                .contains(
                        "256 MB or 300 MB may be too small, and is left out of the choice: the function's process held 301 MB");
    }

    @Test
    void what_differs_only_in_what_is_free_is_said_to() throws Exception {
        assertThat(SweepVerdict.of(sweep(0, point(256, 1, 4), point(512, 1, 3))))
                .contains("All cost the same, since what differs is free; --free-tier none shows it.");
    }

    @Test
    void what_is_best_in_several_ways_is_one_sentence() throws Exception {
        assertThat(SweepVerdict.of(sweep(0, point(256, 1, 40), point(512, 1, 30))))
                .first()
                .isEqualTo("512 MB is the cheapest, the fastest and the balanced one:"
                        + " $1.00 a million requests, 30 ms on average.");
    }

    private static Sweep.Best best(Sweep.Point... points) throws BadInputException {
        return sweep(0, points).best().getFirst();
    }

    private static Sweep sweep(long memoryBytesPeak, Sweep.Point... points) throws BadInputException {
        Terms terms = new Terms(
                PriceLists.packaged().newest("us-east-1"), FreeTier.PERMANENT, BigDecimal.valueOf(730), List.of());
        Measurements fixed = Measured.fixed(Duration.ofMillis(1));
        HostMeasurement function = fixed.function().orElseThrow();
        Measurements measured = new Measurements(
                fixed.taken(),
                fixed.machine(),
                true,
                fixed.service(),
                fixed.fingerprint(),
                fixed.calibration(),
                List.of(new HostMeasurement(
                        function.processors(), function.starts(), function.routes(), memoryBytesPeak, List.of())),
                fixed.servers());
        Question question = new Question(
                Deployments.steady(1, Duration.ofHours(1)),
                Deployments.functions(Duration.ofMinutes(5), 1_000),
                measured);
        Axis memory = new Axis(
                Knob.MEMORY,
                Stream.of(points).map(point -> point.at().getFirst()).toList());
        return new Sweep(question, terms, 1, List.of(memory), List.of(points));
    }

    private static Sweep.Point point(int megabytes, int dollars, double millis) {
        return new Sweep.Point(
                List.of(BigDecimal.valueOf(megabytes)),
                1_000,
                BigDecimal.ONE,
                BigDecimal.valueOf(dollars),
                millis,
                millis,
                millis,
                millis,
                0,
                1);
    }

    private static long at(Sweep.Point point) {
        return point.at().getFirst().longValueExact();
    }
}
