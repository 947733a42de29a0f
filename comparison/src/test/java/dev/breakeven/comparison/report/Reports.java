package dev.breakeven.comparison.report;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.measurement.CpuTimes;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.measurement.Waits;
import dev.breakeven.comparison.measurement.WarmUp;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.simulation.Measured;
import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.verdict.Comparing;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Exploration;
import dev.breakeven.comparison.verdict.Exploring;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report of a crowd that comes and goes within a third of an hour, too large at its peak for one small server, and without a measurement. */
record Reports(Comparison comparison, Exploration exploration, List<Timeline> busiest, HtmlReport report) {

    /** A name that would do something if it were not text. */
    static final String NAME = "<img src=x onerror=document.title='run'>&\"'</script>";

    private static final int SEEDS = 3;

    static final Duration LASTS = Duration.ofMinutes(20);

    private static @Nullable Reports made;

    /** Of three deployments, made once. */
    static synchronized Reports make() throws Exception {
        Reports known = made == null ? of(SEEDS) : made;
        made = known;
        return known;
    }

    private static Reports of(int seeds) throws Exception {
        Terms terms = Terms.of(PriceLists.packaged().newest("us-east-1"));
        List<Deployment> deployments =
                DeploymentFile.readAll(List.of("lambda-rest-api", "lambda-function-url", "ec2-single"));
        Comparison comparison =
                new Comparing(measured(), terms, 1, seeds, Progress.SILENT).compare(workload(), deployments);
        Exploring exploring = new Exploring(comparison, terms, Progress.SILENT);
        Exploration exploration = exploring.dials();
        List<Timeline> busiest = exploring.busiestHour();
        return new Reports(comparison, exploration, busiest, new HtmlReport(comparison, terms, exploration, busiest));
    }

    byte[] page() {
        return report.page("breakeven compare --workload '" + NAME + "'", "0.1.0");
    }

    private static Measurements measured() {
        Duration first = Duration.ofMillis(150);
        return Measured.of(new RouteMeasurement(
                "POST /compress",
                List.of(new FirstCall(first, first)),
                WarmUp.NONE,
                new CpuTimes(2e6, 200, new double[] {1}),
                Waits.fixed(Duration.ZERO),
                200,
                List.of()));
    }

    private static Workload workload() {
        double[] perSecond = {0.5, 0.5, 2, 40, 60, 30, 10, 4, 2, 1, 0.5, 0.5};
        return new Workload(
                NAME,
                LASTS,
                List.of(new RateSteps(LASTS.dividedBy(perSecond.length).toNanos(), times(200, perSecond), false)),
                new RequestMix(List.of(new RequestMix.Kind("POST /compress", 1, new Distribution.Fixed(100_000)))),
                Duration.ofSeconds(30),
                List.of());
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }
}
