package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.Deployments;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparingTest {

    private static final Duration MONTH = Duration.ofHours(730);

    /** A fiftieth of a month; bills and crossings are of the whole. */
    private static final Duration REPLAYED = MONTH.dividedBy(50);

    private static final double BELOW = 0.2;

    private final Comparison below;

    /** Once for all methods, as it takes a second. */
    ComparingTest() throws BadInputException {
        below = compare(BELOW);
    }

    @Test
    void functions_cost_by_the_request_and_cross_the_server_where_their_price_says() {
        // 7.36 a month for the server. A million requests cost 3.50, and 0.20 beyond the first; 400,000 GB-s are free,
        // which at 100 ms and 1,769 MB is 2.3 million calls. Logs add 0.17.
        assertThat(below.cheapest().deployment().name()).isEqualTo("functions");
        assertThat(below.breakEven()).hasSize(1);
        BreakEven crossing = below.breakEven().getFirst();
        assertThat(crossing.cheaper()).isEqualTo("functions");
        assertThat(crossing.than()).isEqualTo("server");
        assertThat(crossing.requestsPerMonth()).isBetween(1_800_000L, 2_150_000L);
    }

    @Test
    void the_crossing_is_the_same_when_looked_for_from_above() throws BadInputException {
        long fromBelow = below.breakEven().getFirst().requestsPerMonth();
        Comparison above = compare(1.2);
        assertThat(above.cheapest().deployment().name()).isEqualTo("server");
        BreakEven crossing = above.breakEven().getFirst();
        assertThat(crossing.cheaper()).isEqualTo("functions");
        assertThat(crossing.requestsPerMonth()).isBetween(fromBelow * 98 / 100, fromBelow * 102 / 100);
    }

    @Test
    void one_percent_below_the_crossing_the_bills_differ_by_less_than_two() throws BadInputException {
        double perSecond = below.breakEven().getFirst().requestsPerMonth() / (double) MONTH.toSeconds();
        List<Comparison.Result> results = compare(0.99 * perSecond).results();
        double one = results.get(0).bill().total().doubleValue();
        double other = results.get(1).bill().total().doubleValue();
        assertThat(Math.abs(one - other) / other).isLessThan(0.02);
    }

    @Test
    void the_verdict_says_what_it_hinges_on() {
        assertThat(String.join(" ", Verdict.of(below)))
                .contains("functions costs $")
                .contains("functions is cheaper than server below")
                .contains("All of them hold this crowd.")
                .contains("The single instance of server does not survive a failure; the functions do.");
    }

    @Test
    void a_budget_names_the_cheapest_that_meets_it_and_what_the_other_misses() throws BadInputException {
        // 7.36 a month for the server, and next to nothing for functions, whose first calls take a second more.
        Comparison comparison = budgeted("p99.9<=500ms", "total<=30");
        assertThat(names(comparison.recommended())).containsExactly("server");
        assertThat(comparison.meetsBudgets()).isTrue();
        assertThat(Verdict.of(comparison))
                .contains("server is the cheapest that meets the budgets.")
                .anyMatch(sentence -> sentence.startsWith("functions misses p99.9<=500ms by 6"));
    }

    @Test
    void a_budget_that_nothing_meets_is_missed_by_all() throws BadInputException {
        Comparison comparison = budgeted("p50<=50ms");
        assertThat(comparison.recommended()).isEmpty();
        assertThat(comparison.meetsBudgets()).isFalse();
        assertThat(Verdict.of(comparison))
                .contains("No deployment meets the budgets.", "server misses p50<=50ms by 50 ms (100 ms).");
    }

    @Test
    void a_budget_with_a_name_binds_that_deployment_alone() throws BadInputException {
        Comparison met = budgeted("server:total<=10");
        assertThat(names(met.recommended())).containsExactly("functions");
        assertThat(met.meetsBudgets()).isTrue();
        Comparison missed = budgeted("server:total<=5");
        assertThat(names(missed.recommended())).containsExactly("functions");
        assertThat(missed.meetsBudgets()).isFalse();
        assertThat(Verdict.of(missed)).contains("server misses server:total<=5 by $2.36 ($7.36).");
    }

    @Test
    void functions_survive_the_loss_of_a_zone_and_of_every_environment_and_a_single_server_of_nothing() {
        Comparison.Result functions = below.results().get(0);
        assertThat(Survival.of(functions))
                .isEqualTo(new Survival(1, functions.outcome().peakCapacity()));
        assertThat(Survival.of(below.results().get(1))).isEqualTo(new Survival(0, 0));
    }

    @Test
    void what_a_front_adds_makes_no_difference_where_both_have_it() throws BadInputException {
        Comparison comparison = compare(
                Deployments.steady(1, Duration.ofMinutes(10)),
                List.of(DeploymentFile.read("lambda-rest-api"), DeploymentFile.read("lambda-managed-instances")));
        assertThat(String.join(" ", Verdict.of(comparison)))
                .contains("lambda-managed-instances answers sooner than lambda-rest-api by")
                .doesNotContain("as long as the front adds", "whatever the front adds", "does not survive");
    }

    @Test
    void what_stands_alone_is_said_to_and_what_it_was_assumed_to_do_is_listed() throws BadInputException {
        Comparison comparison = compare(
                Deployments.steady(0.01, Duration.ofMinutes(10)),
                List.of(
                        DeploymentFile.read("fargate"),
                        DeploymentFile.read("lightsail"),
                        DeploymentFile.read("beanstalk-2018")));
        assertThat(String.join(" ", Verdict.of(comparison)))
                .contains("The single instance of fargate or lightsail or beanstalk-2018 does not survive a failure.");
        assertThat(comparison.assumptions())
                .extracting(Assumption::name)
                .contains(
                        "fargate quota-period",
                        "fargate target-tracking",
                        "lightsail credits-exhausted",
                        "lightsail credits-at-start",
                        "beanstalk-2018 credits-at-start");
        assertThat(comparison.assumptions())
                .filteredOn(each -> each.name().equals("beanstalk-2018 credits-at-start"))
                .extracting(Assumption::value)
                .containsExactly("30, as at a launch");
    }

    private static Comparison compare(double perSecond) throws BadInputException {
        Workload workload = Deployments.steady(perSecond, REPLAYED);
        return compare(workload, List.of(functions(), Deployments.server(2)));
    }

    private static Comparison budgeted(String... budgets) throws BadInputException {
        List<Budget> read = new ArrayList<>();
        for (String budget : budgets) {
            read.add(Budget.parse(budget, List.of("functions", "server")));
        }
        return comparing()
                .headroom(
                        Deployments.steady(BELOW, Duration.ofHours(1)),
                        List.of(functions(), Deployments.server(2)),
                        read);
    }

    private static List<String> names(Optional<Comparison.Result> result) {
        return result.map(each -> each.deployment().name()).stream().toList();
    }

    private static Comparison compare(Workload workload, List<Deployment> deployments) throws BadInputException {
        return comparing().compare(workload, deployments);
    }

    private static Comparing comparing() throws BadInputException {
        Terms terms = new Terms(
                PriceLists.packaged().newest("us-east-1"), FreeTier.PERMANENT, BigDecimal.valueOf(730), List.of());
        return new Comparing(Measured.fixed(Duration.ofMillis(100)), terms, 1, 1, Progress.SILENT);
    }

    private static Deployment functions() {
        Distribution keepAlive = new Distribution.Fixed(Duration.ofMinutes(5).toNanos());
        return Deployments.functions(FunctionScaling.onDemand(keepAlive, 1_000), Front.REST);
    }
}
