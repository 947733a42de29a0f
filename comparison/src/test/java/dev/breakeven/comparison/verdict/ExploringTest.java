package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExploringTest {

    private static final Workload CROWD = Deployments.steady(2, Duration.ofHours(10));
    private static final long IN_MONTH = 5_000_000;

    private final Comparison comparison;
    private final Terms terms;
    private final Exploration exploration;
    private final List<Timeline> busiest;

    ExploringTest() throws Exception {
        terms = Terms.of(PriceLists.packaged().newest("us-east-1"));
        List<Deployment> deployments = DeploymentFile.readAll(List.of("lambda-rest-api", "ec2-single"));
        comparison = new Comparing(Measured.fixed(Duration.ofMillis(40)), terms, 1, 1, Progress.SILENT)
                .compare(CROWD, deployments);
        Exploring exploring = new Exploring(comparison, terms, Progress.SILENT);
        exploration = exploring.dials();
        busiest = exploring.busiestHour();
    }

    private List<Integer> asItIs() {
        return exploration.dials().stream().map(Dial::asItIs).toList();
    }

    private int dial(Knob knob) {
        return IntStream.range(0, exploration.dials().size())
                .filter(i -> exploration.dials().get(i).knob() == knob)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void with_nothing_turned_a_month_costs_what_it_was_billed_at() {
        for (int i = 0; i < 2; i++) {
            Comparison.Result result = comparison.results().get(i);
            long requests = new BigDecimal(result.outcome().requests())
                    .multiply(BigDecimal.valueOf(73))
                    .longValueExact();
            assertThat(exploration.deployments().get(i).bill(requests, asItIs()).total())
                    .isEqualTo(result.bill().total());
        }
    }

    /** The bill of one simulation of the turned question, which Exploration makes of changed usage. */
    @Test
    void one_dial_turned_costs_what_a_simulation_of_that_costs() {
        for (int d = 0; d < exploration.dials().size(); d++) {
            Dial dial = exploration.dials().get(d);
            for (int stop = 0; stop < dial.stops().size(); stop++) {
                for (int i = 0; i < 2; i++) {
                    Deployment deployment = comparison.results().get(i).deployment();
                    if (dial.turns(deployment)) {
                        List<Integer> stops = new ArrayList<>(asItIs());
                        stops.set(d, stop);
                        Question question = dial.knob()
                                .turned(
                                        new Question(CROWD, deployment, comparison.measurements()),
                                        dial.stops().get(stop).orElseThrow());
                        Bill simulated = new Trial(terms, 1)
                                .run(question, Progress.SILENT)
                                .bill();
                        long requests = comparison.results().get(i).outcome().requests() * 73;
                        assertThat(exploration
                                        .deployments()
                                        .get(i)
                                        .bill(requests, stops)
                                        .exact()
                                        .doubleValue())
                                .as("%s at %s of %s", dial.knob(), dial.shown(stop), deployment.name())
                                // The turned crowd has by chance a few requests more or less, which the curve evens
                                // out.
                                .isCloseTo(simulated.exact().doubleValue(), withPercentage(0.5));
                    }
                }
            }
        }
    }

    @Test
    void two_dials_turned_have_both_effects() {
        Exploration.Costs functions = exploration.deployments().getFirst();
        List<Integer> small = new ArrayList<>(asItIs());
        small.set(dial(Knob.MEMORY), 0);
        List<Integer> both = new ArrayList<>(small);
        both.set(dial(Knob.BURSTINESS), 3);
        List<Integer> bunched = new ArrayList<>(asItIs());
        bunched.set(dial(Knob.BURSTINESS), 3);
        double factor = duration(functions.bill(IN_MONTH, bunched)) / duration(functions.bill(IN_MONTH, asItIs()));
        assertThat(duration(functions.bill(IN_MONTH, both)))
                .isCloseTo(factor * duration(functions.bill(IN_MONTH, small)), withPercentage(0.001));
    }

    private static double duration(Bill bill) {
        return bill.lines().stream()
                .filter(line -> line.name().startsWith("Lambda duration"))
                .mapToDouble(line -> line.quantity().doubleValue())
                .sum();
    }

    @Test
    void memory_is_of_functions() {
        assertThat(exploration.deployments().get(0).isTurnedBy(dial(Knob.MEMORY)))
                .isTrue();
        assertThat(exploration.deployments().get(1).isTurnedBy(dial(Knob.MEMORY)))
                .isFalse();
    }

    @Test
    void what_sends_nothing_has_no_dial_for_its_size() {
        assertThat(exploration.dials()).extracting(Dial::knob).doesNotContain(Knob.PAYLOAD);
    }

    @Test
    void the_busiest_hour_is_as_long_on_every_deployment() {
        assertThat(busiest).hasSize(2).allSatisfy(timeline -> {
            assertThat(timeline.period()).isEqualTo(Duration.ofSeconds(30));
            assertThat(timeline.parts()).hasSize(120);
        });
        assertThat(busiest.get(0).parts().stream()
                        .mapToLong(Timeline.Part::arrived)
                        .toArray())
                .containsExactly(busiest.get(1).parts().stream()
                        .mapToLong(Timeline.Part::arrived)
                        .toArray());
    }
}
