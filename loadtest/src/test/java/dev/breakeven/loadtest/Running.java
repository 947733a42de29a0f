package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.LocalUse;
import dev.breakeven.localcloud.function.PoolUsage;
import dev.breakeven.localcloud.gateway.FrontKind;
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
 * A service in the local cloud, for the time of a run. A second of it stands for {@link #TIME_SCALE}: alarms and boots are so many
 * times as fast, and so many times the requests are billed.
 *
 * @param unit what its capacity is counted in
 */
record Running(URI uri, String unit, Supplier<Capacity> capacity, Supplier<Used> used, AutoCloseable end)
        implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration BOOT = Duration.ofSeconds(30);

    /** A burst of half a minute stands for one of ten. */
    static final int TIME_SCALE = 20;

    private static final String INSTANCE_TYPE = "t3.micro";

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
        return new Running(
                functions.uri(),
                "environments",
                () -> capacity(functions.consumed().function()),
                () -> used(functions.consumed(), function.memoryMegabytes()),
                functions);
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
        return new Running(
                servers.uri(),
                "instances",
                () -> new Capacity(servers.instances().size(), 0),
                () -> used(servers.consumed()),
                servers);
    }

    private static Capacity capacity(PoolUsage pool) {
        return new Capacity(pool.environments(), pool.coldStarts());
    }

    private static Used used(LocalFunctions.Consumed consumed, int memoryMegabytes) {
        PoolUsage pool = consumed.function();
        return new Used(
                sentence(consumed),
                pool.coldStarts(),
                pool.environmentsPeak(),
                pool.environmentsMean(),
                LocalUse.of(consumed, FrontKind.REST, memoryMegabytes).stretched(TIME_SCALE));
    }

    private static Used used(ServersConsumed consumed) {
        return new Used(
                sentence(consumed),
                0,
                consumed.peakInstances(),
                consumed.meanInstances(),
                LocalUse.of(consumed, INSTANCE_TYPE, 1).stretched(TIME_SCALE));
    }

    /** Stops it. */
    @Override
    public void close() {
        try {
            end.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
