package dev.breakeven.comparison.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Stories of a service and its crowd. How each ends on every deployment is checked in, in a file named after its method; what
 * must hold however it ends is checked on every run. Times are round numbers, the same for each request, and not measurements:
 * the stories show what the mechanisms do and are no advice which of them to buy.
 */
class ScenarioTest {

    private static final Duration HUNDRED_MILLIS = Duration.ofMillis(100);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private String method = "";

    @BeforeEach
    void rememberTheName(TestInfo test) {
        method = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void the_front_page_hits_an_idle_site() throws Exception {
        tell(
                "A site of 240 requests a day is on the front page on the tenth day of thirty: 30,000 requests more that day"
                        + " and 6,000 on the next. Four of five ask for a page of 1 ms, one compresses something. Everyone"
                        + " holds it; the function's callers of the idle days find it cold.",
                Services.pageAndCompression(),
                WorkloadFile.read("front-page"),
                Hosts.all());
    }

    @Test
    void a_hundred_times_the_front_page() throws Exception {
        tell(
                "The same site with three million requests on the tenth day, 130 a second in the busiest hour and"
                        + " several hundred in some seconds. Two small processors hold it; a load balancer refuses a function"
                        + " bodies that do not fit into its event, and the network trigger launches servers that nobody needs.",
                Services.pageAndCompression(),
                WorkloadFile.read("front-page-x100"),
                Hosts.all());
    }

    @Test
    void a_busy_service_saturates_under_the_network_trigger_and_never_scales() throws Exception {
        tell(
                "25 requests a second, each of 100 ms, ask for two and a half processors, and an instance has two. Answers of"
                        + " 200 bytes make 1.5 MB in five minutes, and Elastic Beanstalk's default trigger adds an instance"
                        + " above 6 MB: it never does. A trigger on the processors adds one within minutes.",
                Services.busyFor(HUNDRED_MILLIS),
                steps(Duration.ofHours(2), HALF_A_MINUTE, 25),
                Hosts.all());
    }

    @Test
    void a_burst_outruns_the_cooldown() throws Exception {
        tell(
                "5 requests a second, then 60 for ten minutes, then 5 again, each of 100 ms. Four instances would hold the"
                        + " burst, but an alarm takes a minute, a launch 90 seconds, and the cooldown 6 minutes for each"
                        + " step of one; and a server that works at everything at once ends nothing in time.",
                Services.busyFor(HUNDRED_MILLIS),
                steps(Duration.ofMinutes(10), HALF_A_MINUTE, 5, 60, 5),
                Hosts.all());
    }

    /** 40 % of two processors spends 48 credits an hour, of which 12 are earned: 216 last for 6 hours. */
    @Test
    void credits_carry_a_small_instance_to_hour_six() throws Exception {
        tell(
                "20 requests a second of 40 ms keep two processors busy by 40 %. A t3.micro earns 12 CPU credits an hour, the"
                        + " load spends 48, and 216 were saved: enough for six hours. These are the first five hours and"
                        + " fifty minutes.",
                Services.busyFor(Duration.ofMillis(40)),
                steps(Duration.ofMinutes(350), HALF_A_MINUTE, 20),
                List.of(Hosts.micro(false), Hosts.micro(true)));
    }

    /** In 24 hours 36 × 24 − 216 = 648 credits beyond what is earned, which are 10.8 vCPU-hours. */
    @Test
    void after_hour_six_a_small_instance_slows_down_or_pays() throws Exception {
        tell(
                "The same for the whole day. In standard mode there is a fifth of a processor from hour six on, for eight"
                        + " tenths of one that are asked for; in unlimited mode nobody notices but the bill, by 648 credits"
                        + " a day, or 10.8 vCPU-hours.",
                Services.busyFor(Duration.ofMillis(40)),
                steps(Duration.ofHours(24), HALF_A_MINUTE, 20),
                List.of(Hosts.micro(false), Hosts.micro(true)));
    }

    @Test
    void a_cold_start_storm() throws Exception {
        tell(
                "300 requests a second out of nothing, for a minute, each of 100 ms. An environment takes 1.1 s for its first,"
                        + " and whoever comes meanwhile starts another: 330, and 30 that are enough afterwards. Servers that"
                        + " are there have two processors where thirty are asked for.",
                Services.busyFor(HUNDRED_MILLIS),
                steps(Duration.ofMinutes(1), HALF_A_MINUTE, 300),
                Hosts.all());
    }

    /** Erlang's loss formula: 21.5 % of 10 Erlang are lost on 10 places, 3.6 % on 15. */
    @Test
    void throttling_at_the_concurrency_limit() throws Exception {
        tell(
                "40 requests a second of 250 ms keep ten environments busy on average. With ten at most, 21.5 % of the"
                        + " requests find no room, and with fifteen 3.6 %: Erlang's loss formula.",
                Services.busyFor(Duration.ofMillis(250)),
                steps(Duration.ofHours(1), HALF_A_MINUTE, 40),
                List.of(Hosts.reserved(10), Hosts.reserved(15), Hosts.reserved(1_000)));
    }

    @Test
    void the_balancer_s_queue_overflows() throws Exception {
        tell(
                "30 requests a second of 100 ms for one instance that can do 20. It takes 10 at a time and keeps 20 waiting;"
                        + " the next is refused, unless a Classic Load Balancer keeps 1,024 more, who then wait for most of"
                        + " a minute.",
                Services.busyFor(HUNDRED_MILLIS),
                steps(Duration.ofHours(1), Duration.ofMinutes(5), 30),
                List.of(
                        Hosts.bounded("no-balancer", Front.NONE),
                        Hosts.bounded("application-balancer", Front.ALB),
                        Hosts.bounded("classic-balancer", Front.CLASSIC)));
    }

    @Test
    void the_client_gives_up() throws Exception {
        tell(
                "21 requests a second of 100 ms, one more than an instance can do, by callers who wait for a second. The"
                        + " queue is longer than that in half a minute, and from then on the server works for nobody. A"
                        + " function's callers leave only where it is cold, and it is billed all the same.",
                Services.busyFor(HUNDRED_MILLIS),
                steps(Duration.ofHours(1), Duration.ofSeconds(1), 21),
                Hosts.all());
    }

    @AfterAll
    static void everyFileHasItsScenario() throws IOException {
        List<String> told = Arrays.stream(ScenarioTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> file(method.getName()))
                .toList();
        assertThat(CheckedIn.names()).containsExactlyInAnyOrderElementsOf(told);
    }

    private void tell(String story, Measurements service, Workload workload, List<Deployment> deployments)
            throws BadInputException, IOException {
        Scenario scenario = new Scenario(story, service, workload, deployments);
        String title = method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1).replace("_s_", "'s ").replace('_', ' ');
        CheckedIn.check(file(method), ScenarioReport.of(title, scenario, scenario.endings()));
    }

    private static String file(String method) {
        return method.replace('_', '-') + ".md";
    }

    private static Workload steps(Duration each, Duration patience, double... perSecond) {
        double[] expected =
                Arrays.stream(perSecond).map(rate -> rate * each.toSeconds()).toArray();
        return new Workload(
                "steps",
                each.multipliedBy(perSecond.length),
                List.of(new RateSteps(each.toNanos(), expected)),
                new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0)))),
                patience,
                List.of());
    }
}
