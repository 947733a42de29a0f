package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.Reuse;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The simulator against Lambda as others measured it. Where the data come from is said in NOTICE. Four seeds, chosen
 * beforehand; each test is also shown to fail when the mechanism that it is about is replaced.
 */
class PublicMeasurementsTest {

    private static final long[] SEEDS = {1, 2, 3, 4};
    private static final double NANOS_PER_SECOND = 1e9;

    private record Errors(double mean, double max) {}

    /** What an idle environment's lifetime is in a deployment file, against how often there was none after so long. */
    @Test
    void keep_alive_is_within_5_points_at_every_gap() throws Exception {
        Deployment.Functions functions = (Deployment.Functions) DeploymentFile.read("lambda-rest-api");
        assertThat(keepAlivePoints(functions.scaling().keepAlive())).isLessThanOrEqualTo(5);
    }

    @Test
    void a_fixed_keep_alive_of_five_minutes_is_far_off() throws IOException {
        assertThat(keepAlivePoints(new Distribution.Fixed(300 * NANOS_PER_SECOND)))
                .isGreaterThan(40);
    }

    /** One CPU time and one mechanism for 99 memory sizes. */
    @Test
    void call_times_by_memory_are_within_5_percent_on_average_and_15_everywhere() throws IOException {
        Errors error = memoryError(PublicMeasurementsTest::quota);
        assertThat(error.mean()).isLessThanOrEqualTo(0.05);
        assertThat(error.max()).isLessThanOrEqualTo(0.15);
    }

    @Test
    void a_slow_core_in_place_of_the_quota_is_far_off() throws IOException {
        Errors error = memoryError(share -> CPU_NANOS / Math.min(1, share));
        assertThat(error.mean()).isGreaterThan(0.10);
        assertThat(error.max()).isGreaterThan(0.40);
    }

    /**
     * A quota in every 20 ms under Linux 6.18 (250 Hz, control groups version 1): 40 computations of each length on one of our own
     * machines, each after a pause of random length, so that they begin anywhere in a period.
     */
    @Test
    void computations_under_a_quota_take_what_they_took_on_linux() throws IOException {
        Errors error = linuxError(true);
        assertThat(error.mean()).isLessThanOrEqualTo(0.04);
        assertThat(error.max()).isLessThanOrEqualTo(0.15);
    }

    @Test
    void a_period_that_begins_with_the_computation_is_not_what_linux_does() throws IOException {
        assertThat(linuxError(false).max()).isGreaterThan(0.25);
    }

    private static Errors linuxError(boolean anyPhase) throws IOException {
        double sum = 0;
        double max = 0;
        List<NamedCsvRecord> rows = rows("cpu-quota-linux-6.18.csv");
        for (NamedCsvRecord row : rows) {
            CpuQuota quota = new CpuQuota((long) (number(row, "quota_ms") * 1e6), 20_000_000, CpuQuota.TICK_NANOS);
            double nanos = 0;
            int phases = 2_000;
            for (int i = 0; i < phases; i++) {
                long phase = anyPhase ? i * quota.periodNanos() / phases : 0;
                nanos += quota.wallNanos((long) (number(row, "cpu_ms") * 1e6), phase) / (double) phases;
            }
            double error = Math.abs(nanos / 1e6 / number(row, "mean_ms") - 1);
            sum += error;
            max = Math.max(max, error);
        }
        return new Errors(sum / rows.size(), max);
    }

    /**
     * Ten steady loads of 2020. Of the service times only the means are given, and they are taken for fixed. Utilisation in the
     * data is the mean, sample by sample, of running over existing instances; ours is the ratio of their means. As it is near
     * zero in half of the loads, it is compared in points.
     */
    @ParameterizedTest
    @EnumSource(
            value = Reuse.class,
            names = {"MOST_RECENT", "NEWEST", "OLDEST"})
    void steady_loads_of_2020_have_as_many_cold_starts_and_instances(Reuse reuse) throws IOException {
        SteadyErrors errors = steadyErrors(reuse);
        assertThat(errors.coldShare()).isLessThanOrEqualTo(0.16);
        assertThat(errors.instances()).isLessThanOrEqualTo(0.03);
        assertThat(errors.utilisationPoints()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void random_reuse_keeps_far_too_many_instances() throws IOException {
        SteadyErrors errors = steadyErrors(Reuse.RANDOM);
        assertThat(errors.coldShare()).isGreaterThan(0.40);
        assertThat(errors.instances()).isGreaterThan(0.10);
    }

    private static double keepAlivePoints(Distribution keepAlive) throws IOException {
        double worst = 0;
        for (NamedCsvRecord row : rows("lambda-keep-alive-2025.csv")) {
            double measured = 100 * number(row, "cold") / number(row, "tries");
            worst = Math.max(worst, Math.abs(coldPercent(keepAlive, (long) number(row, "idle_seconds")) - measured));
        }
        return worst;
    }

    /** Two calls with a gap between them, again and again. */
    private static double coldPercent(Distribution keepAlive, long gapSeconds) {
        int tries = 5_000;
        int cold = 0;
        for (long seed : SEEDS) {
            RandomGenerator random = RequestStream.generator(seed, "scaling");
            for (int i = 0; i < tries; i++) {
                FunctionPool pool = new FunctionPool(FunctionScaling.onDemand(keepAlive, 1), random);
                pool.take(0);
                pool.occupy(0, 0);
                cold += pool.take(Duration.ofSeconds(gapSeconds).toNanos()) == FunctionPool.Found.COLD ? 1 : 0;
            }
        }
        return 100.0 * cold / tries / SEEDS.length;
    }

    private static final long CPU_NANOS = 17_300_000;

    private static Errors memoryError(DoubleUnaryOperator nanosOfShare) throws IOException {
        double sum = 0;
        double max = 0;
        List<NamedCsvRecord> rows = rows("lambda-memory-duration-2025.csv");
        for (NamedCsvRecord row : rows) {
            double share = number(row, "memory_mb") / Deployment.Functions.MEGABYTES_PER_VCPU;
            double error = Math.abs(nanosOfShare.applyAsDouble(share) / 1e6 / number(row, "mean_ms") - 1);
            sum += error;
            max = Math.max(max, error);
        }
        return new Errors(sum / rows.size(), max);
    }

    /** The mean time of 1,500 calls with each seed, as many as were measured. */
    private static double quota(double share) {
        int calls = 1_500;
        double nanos = 0;
        for (long seed : SEEDS) {
            LambdaCpu cpu = new LambdaCpu(share, RequestStream.generator(seed, "quota"));
            for (int i = 0; i < calls; i++) {
                nanos += cpu.wallNanos(CPU_NANOS);
            }
        }
        return nanos / calls / SEEDS.length;
    }

    private record SteadyErrors(double coldShare, double instances, double utilisationPoints) {}

    private static SteadyErrors steadyErrors(Reuse reuse) throws IOException {
        double requests = 100_000;
        double cold = 0;
        double instances = 0;
        double utilisation = 0;
        List<NamedCsvRecord> rows = rows("lambda-steady-2020-dev.csv");
        for (NamedCsvRecord row : rows) {
            double perSecond = number(row, "arrivals_per_s");
            FunctionTimes times = new FunctionTimes(
                    new Distribution.Fixed(number(row, "warm_ms") * 1e6),
                    new Distribution.Fixed(number(row, "cold_ms") * 1e6),
                    FunctionTimes.NO_WAIT);
            Distribution keepAlive = new Distribution.Fixed(number(row, "idle_minutes") * 60 * NANOS_PER_SECOND);
            Deployment.Functions functions = Deployments.functions(
                    new FunctionScaling(keepAlive, reuse, 1_000, 0, FunctionScaling.Growth.LAMBDA));
            double coldShare = 0;
            double capacity = 0;
            double busy = 0;
            for (long seed : SEEDS) {
                Outcome outcome = Simulation.run(
                        Deployments.steady(perSecond, Duration.ofSeconds(Math.round(requests / perSecond))),
                        functions,
                        times,
                        Deployments.RULES,
                        seed,
                        Progress.SILENT);
                coldShare += outcome.coldStarts() / (double) outcome.requests() / SEEDS.length;
                capacity += outcome.meanCapacity() / SEEDS.length;
                busy += outcome.meanBusy() / SEEDS.length;
            }
            cold += Math.abs(coldShare / number(row, "cold_share") - 1) / rows.size();
            instances += Math.abs(capacity / number(row, "mean_instances") - 1) / rows.size();
            utilisation += 100 * Math.abs(busy / capacity - number(row, "utilisation")) / rows.size();
        }
        return new SteadyErrors(cold, instances, utilisation);
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        InputStream content = Objects.requireNonNull(PublicMeasurementsTest.class.getResourceAsStream(file), file);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }
}
