package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnobCrossingsTest {

    private static final Duration REPLAYED = Duration.ofHours(10);

    /** One a second, 2.628 million a month, of 10 ms CPU each. */
    private static final Workload CALLS = Deployments.steady(1, REPLAYED);

    private static final Measurements MEASURED = Measured.fixed(Duration.ofMillis(10));

    /**
     * 7.38 a month for the server, whatever a request waits for. A million requests on functions cost 0.20, 0.29 for their
     * 10 ms at 1769/1024 GB, and as much again for each 10 ms that they wait: 28.79 dollars a second.
     */
    @Test
    void waiting_is_billed_on_functions_until_they_are_dearer_than_the_server() throws Exception {
        List<KnobCrossings.Range> ranges = ranges(Knob.WAIT, CALLS, functions(1_000));
        assertThat(ranges)
                .extracting(KnobCrossings.Range::cheaper)
                .containsExactly(KnobCrossings.Cheaper.ONE, KnobCrossings.Cheaper.OTHER);
        KnobCrossings.Point before = ranges.getFirst().first();
        double millions = millionsInMonth(before.one());
        double left = before.other().bill().exact().doubleValue()
                - before.one().bill().exact().doubleValue();
        double crossing = 1_000 * left / (28.79 * millions);
        assertThat(crossing).isBetween(60.0, 90.0);
        assertThat(ranges.get(1).first().value().doubleValue()).isCloseTo(crossing, within(0.015 * crossing));
        assertThat(ranges.get(1).first().other().bill().exact())
                .isEqualByComparingTo(before.other().bill().exact());
    }

    /** The same sum in CPU time: a request's 10 ms become as many times as many. */
    @Test
    void so_is_cpu_time() throws Exception {
        double wait = ranges(Knob.WAIT, CALLS, functions(1_000))
                .get(1)
                .first()
                .value()
                .doubleValue();
        double times = ranges(Knob.DURATION, CALLS, functions(1_000))
                .get(1)
                .first()
                .value()
                .doubleValue();
        assertThat(10 * (times - 1)).isCloseTo(wait, within(0.03 * wait));
    }

    @Test
    void where_requests_send_nothing_their_size_makes_no_difference() throws Exception {
        assertThat(ranges(Knob.PAYLOAD, CALLS, functions(1_000)))
                .extracting(KnobCrossings.Range::cheaper)
                .containsExactly(KnobCrossings.Cheaper.ONE);
    }

    /** Of 10 ms each, one a second keeps a hundredth of an environment busy, and 360 in a second 3.6. */
    @Test
    void bunched_requests_fail_where_too_few_run_at_a_time_and_then_there_is_no_cheaper_way() throws Exception {
        List<KnobCrossings.Range> ranges = ranges(Knob.BURSTINESS, CALLS, functions(3));
        assertThat(ranges)
                .extracting(KnobCrossings.Range::cheaper)
                .containsExactly(KnobCrossings.Cheaper.ONE, KnobCrossings.Cheaper.OTHER);
        KnobCrossings.Point crossing = ranges.get(1).first();
        assertThat(crossing.one().holds()).isFalse();
        assertThat(crossing.one().bill().exact())
                .isLessThan(crossing.other().bill().exact());
        assertThat(crossing.one().outcome().requests())
                .isEqualTo(ranges.getFirst().first().one().outcome().requests());
    }

    @Test
    void it_is_looked_at_values_that_double() {
        assertThat(KnobCrossings.grid(Knob.BURSTINESS))
                .extracting(BigDecimal::intValueExact)
                .containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 360);
        assertThat(KnobCrossings.grid(Knob.WAIT)).hasSize(16).startsWith(BigDecimal.ZERO, BigDecimal.ONE);
    }

    private static double millionsInMonth(Trial.Result result) {
        return result.outcome().requests() * 73.0 / 1e6;
    }

    private static Deployment functions(int concurrency) {
        return Deployments.functions(Duration.ofMinutes(5), concurrency);
    }

    private static List<KnobCrossings.Range> ranges(Knob knob, Workload workload, Deployment functions)
            throws BadInputException {
        Terms terms =
                new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.NONE, BigDecimal.valueOf(730), List.of());
        return new KnobCrossings(
                        knob,
                        new Question(workload, functions, MEASURED),
                        new Question(workload, Deployments.server(2), MEASURED),
                        new Trial(terms, 1))
                .ranges(Progress.SILENT);
    }
}
