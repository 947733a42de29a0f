package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.gateway.LocalFunctions;
import dev.breakeven.localcloud.gateway.LocalFunctionsSettings;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import dev.breakeven.localcloud.server.BalancerTerms;
import dev.breakeven.localcloud.server.GroupTerms;
import dev.breakeven.localcloud.server.LocalServers;
import dev.breakeven.localcloud.server.ServersConsumed;
import dev.breakeven.localcloud.server.ServersSettings;
import dev.breakeven.localcloud.server.TimeScale;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A service in the local cloud, for the time of a run.
 *
 * @param consumed what has been used of it so far, as a sentence
 */
record Running(URI uri, Supplier<String> consumed, AutoCloseable end) {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration BOOT = Duration.ofSeconds(30);

    /** A burst of half a minute stands for one of ten. */
    private static final double TIME_SCALE = 20;

    /** Of a processor: as much as an instance may have for its callers to have some, too. */
    private static final double SHARE = 0.5;

    private static final int INSTANCES_MIN = 1;
    private static final int INSTANCES_MAX = 3;
    private static final double SCALE_OUT_PERCENT = 60;
    private static final double SCALE_IN_PERCENT = 20;

    /** As many execution environments as are needed, behind a REST API. */
    static Running functions(Service.AsFunction function) throws IOException {
        LocalFunctions functions = LocalFunctions.start(
                LocalFunctionsSettings.of(function.code())
                        .withMemoryMegabytes(function.memoryMegabytes())
                        .withEnvironment(function.environment()),
                OutputStream.nullOutputStream());
        return new Running(functions.uri(), () -> sentence(functions.consumed()), functions);
    }

    /** One server to three, half a processor each; alarms, cooldowns and boots are twenty times as fast. */
    static Running servers(Service.AsServer server) throws IOException, InterruptedException {
        GroupTerms group = new GroupTerms(
                server.command(),
                server.health(),
                INSTANCES_MIN,
                INSTANCES_MAX,
                new ScalingPolicy.Alarms(
                        ScalingPolicy.Metric.CPU,
                        SCALE_OUT_PERCENT,
                        SCALE_IN_PERCENT,
                        Duration.ofMinutes(1),
                        1,
                        Duration.ofMinutes(1)),
                BOOT,
                GroupTerms.ELASTIC_BEANSTALK_DEREGISTRATION_DELAY,
                START_LIMIT,
                Optional.of(new CpuShare(SHARE, CpuShare.LAMBDA_PERIOD)));
        LocalServers servers = LocalServers.start(
                new ServersSettings(
                        group, BalancerTerms.APPLICATION_LOAD_BALANCER, 0, new TimeScale(TIME_SCALE), STOP_LIMIT),
                System.out::println);
        return new Running(servers.uri(), () -> sentence(servers.consumed()), servers);
    }

    private static String sentence(LocalFunctions.Consumed consumed) {
        return String.format(
                Locale.ROOT,
                "functions: %,d requests, %,d cold starts, %d environments at once at the most, %.1f s billed",
                consumed.requests(),
                consumed.function().coldStarts(),
                consumed.function().environmentsPeak(),
                consumed.function().billedMillis() / 1e3);
    }

    private static String sentence(ServersConsumed consumed) {
        return String.format(
                Locale.ROOT,
                "servers: %,d requests, instances: %d at once at the most, %.2f on average",
                consumed.requests(),
                consumed.peakInstances(),
                consumed.meanInstances());
    }
}
