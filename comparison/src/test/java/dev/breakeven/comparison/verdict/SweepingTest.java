package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepingTest {

    private static final Workload A_SECOND_EACH = Deployments.steady(1, Duration.ofHours(3));

    /**
     * A second of CPU, over and over: half the memory has half the processor and takes twice as long, so that gigabyte-seconds
     * stay at 1769/1024 a request, which are 28.79 dollars a million; a few cold starts add to that. Twice the memory without more
     * of the processor costs as much again.
     */
    @Test
    void below_one_vcpu_memory_buys_time_for_nothing_and_above_it_nothing() throws Exception {
        List<Sweep.Point> points = sweep("memory=442,884,1769,3538").points();
        double[] dollars = points.stream()
                .mapToDouble(point -> point.perMillion().doubleValue())
                .toArray();
        assertThat(dollars[3] - dollars[2]).isCloseTo(28.79, within(0.15));
        assertThat(dollars[0]).isCloseTo(dollars[2], within(0.3));
        assertThat(dollars[1]).isCloseTo(dollars[2], within(0.3));

        assertThat(points.get(0).p50Millis()).isCloseTo(4_000, within(40.0));
        assertThat(points.get(1).p50Millis()).isCloseTo(2_000, within(20.0));
        assertThat(points.get(2).p50Millis()).isCloseTo(1_000, within(1.0));
        assertThat(points.get(3).p50Millis()).isEqualTo(points.get(2).p50Millis());
        assertThat(points).allMatch(Sweep.Point::holds);
    }

    @Test
    void the_fastest_is_the_smallest_that_has_a_whole_vcpu_and_balances_best() throws Exception {
        Sweep sweep = sweep("memory=442,884,1769,3538");
        Sweep.Best best = sweep.best().getFirst();
        assertThat(megabytes(best.fastest())).isEqualTo(1_769);
        assertThat(megabytes(best.balanced())).isEqualTo(1_769);
        assertThat(String.join(" ", SweepVerdict.of(sweep)))
                .contains("1,769 MB is")
                .contains("Above 1,769 MB a function has more than one vCPU");
    }

    @Test
    void the_first_axis_changes_fastest_and_a_rate_is_the_mean() throws Exception {
        Sweep sweep = sweep("memory=884,1769", "rate=1/s,3/s");
        assertThat(sweep.points())
                .extracting(point -> point.at().toString())
                .containsExactly("[884, 1]", "[1769, 1]", "[884, 3]", "[1769, 3]");
        assertThat(sweep.points().get(0).requests()).isBetween(10_500L, 11_100L);
        assertThat(sweep.points().get(2).requests()).isBetween(32_000L, 32_800L);
        assertThat(sweep.best()).hasSize(2);
        assertThat(SweepVerdict.of(sweep)).anyMatch(sentence -> sentence.startsWith("At rate 3/s, 1,769 MB is"));
    }

    @Test
    void two_servers_cost_twice_as_much_as_one_and_keep_nobody_waiting() throws Exception {
        List<Axis> axes = axes("instances=1,2");
        Question question = new Question(A_SECOND_EACH, Deployments.server(2), measured());
        List<Sweep.Point> points = sweeping(question, axes)
                .run(Map.of(), point -> {}, Progress.SILENT)
                .points();
        assertThat(points.get(1).perMillion().doubleValue())
                .isCloseTo(2 * points.get(0).perMillion().doubleValue(), within(0.05));
        assertThat(points.get(1).meanMillis()).isLessThan(points.get(0).meanMillis());
        assertThatThrownBy(() -> Sweeping.check(A_SECOND_EACH, Deployments.server(2), axes("memory=128")))
                .hasMessage("server is of servers and has instances; memory and concurrency are of functions.");
        assertThatThrownBy(() -> Sweeping.check(A_SECOND_EACH, functions(), axes))
                .hasMessage("functions is a function and has memory and concurrency; instances are of servers.");
    }

    @Test
    void it_does_not_depend_on_the_number_of_threads() throws Exception {
        List<List<Sweep.Point>> found = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                found.add(pool.submit(() ->
                                sweep("memory=442,884,1769", "wait=0ms,1s").points())
                        .get());
            }
        }
        assertThat(found.get(0)).isEqualTo(found.get(1));
    }

    @Test
    void what_is_known_is_not_run_again() throws Exception {
        Sweep.Point known =
                new Sweep.Point(List.of(BigDecimal.valueOf(884)), 1, BigDecimal.ONE, BigDecimal.ONE, 1, 1, 1, 1, 0, 0);
        List<Sweep.Point> found = new ArrayList<>();
        Map<List<BigDecimal>, Sweep.Point> all = new HashMap<>(Map.of(known.at(), known));
        Sweep sweep = sweeping(new Question(A_SECOND_EACH, functions(), measured()), axes("memory=884,1769"))
                .run(all, found::add, Progress.SILENT);
        assertThat(sweep.points().getFirst()).isSameAs(known);
        assertThat(found).extracting(SweepingTest::megabytes).containsExactly(1_769L);
    }

    private static long megabytes(Sweep.Point point) {
        return point.at().getFirst().longValueExact();
    }

    private static Measurements measured() {
        return Measured.fixed(Duration.ofSeconds(1));
    }

    private static Deployment.Functions functions() {
        return Deployments.functions(Duration.ofMinutes(5), 1_000);
    }

    private static List<Axis> axes(String... over) {
        return Stream.of(over).map(Axis::parse).toList();
    }

    private static Sweep sweep(String... over) throws BadInputException {
        return sweeping(new Question(A_SECOND_EACH, functions(), measured()), axes(over))
                .run(Map.of(), point -> {}, Progress.SILENT);
    }

    private static Sweeping sweeping(Question question, List<Axis> axes) throws BadInputException {
        Terms terms =
                new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.NONE, BigDecimal.valueOf(730), List.of());
        return new Sweeping(question, axes, new Trial(terms, 1));
    }
}
