package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ScalingPolicyFormat;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.simulation.LocalUse;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import dev.breakeven.localcloud.server.BalancerTerms;
import dev.breakeven.localcloud.server.Balancing;
import dev.breakeven.localcloud.server.GroupTerms;
import dev.breakeven.localcloud.server.HealthCheck;
import dev.breakeven.localcloud.server.HealthCheckTerms;
import dev.breakeven.localcloud.server.LocalServers;
import dev.breakeven.localcloud.server.ServerCommand;
import dev.breakeven.localcloud.server.ServersSettings;
import dev.breakeven.localcloud.server.SurgeQueue;
import dev.breakeven.localcloud.server.TimeScale;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a load balancer over an auto scaling group of real server processes. */
@Command(
        name = "servers",
        description = "Run a load balancer over an auto scaling group of real server processes.",
        mixinStandardHelpOptions = true)
final class LocalServersCommand implements Callable<Integer> {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String QUOTA_PERIOD = "20ms";

    @Mixin
    private final LocalRun run = new LocalRun();

    @Option(
            names = "--command",
            required = true,
            paramLabel = "COMMAND",
            description = "Starts one server; {port} stands for the port that it is to listen on, as PORT does.")
    private String command = "";

    @Option(
            names = "--min",
            paramLabel = "N",
            description = "Instances at the least, and in the beginning (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int min;

    @Option(
            names = "--max",
            paramLabel = "N",
            description = "Instances at the most (default: --min, or 4 if there is a trigger).")
    private @Nullable Integer max;

    @Option(
            names = "--health",
            paramLabel = "PATH",
            description = "What is asked of a server to see whether it is well (default: ${DEFAULT-VALUE}).",
            defaultValue = "/health")
    private String health = "";

    @Option(
            names = "--health-interval",
            paramLabel = "D",
            description = "Between two checks of a server (default: ${DEFAULT-VALUE}, as Elastic Beanstalk has it).",
            defaultValue = "15s")
    private String healthInterval = "";

    @Option(
            names = "--trigger",
            paramLabel = "cpu:70%%/1m|network:6MB/5m|track:cpu=50%%|none",
            description = "When the number of instances changes (default: ${DEFAULT-VALUE}).",
            defaultValue = "none")
    private String trigger = "";

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Instances that an alarm adds or takes out (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int step;

    @Option(
            names = "--cooldown",
            paramLabel = "D",
            description = "After a change nothing changes for so long (default: ${DEFAULT-VALUE}).",
            defaultValue = "360s")
    private String cooldown = "";

    @Option(
            names = "--boot",
            paramLabel = "D",
            description = "From the decision until a new machine runs; its server's start comes on top (default:"
                    + " ${DEFAULT-VALUE}).",
            defaultValue = "30s")
    private String boot = "";

    @Option(
            names = "--drain",
            paramLabel = "D",
            description = "How long an instance that is taken out may finish what it has begun (default:"
                    + " ${DEFAULT-VALUE}).",
            defaultValue = "20s")
    private String drain = "";

    @Option(
            names = "--cpu",
            paramLabel = "SHARE[/D]",
            description = "What each instance gets of a processor, in periods of 20ms, as in 0.25 (default: all).")
    private @Nullable String cpu;

    @Option(
            names = "--balancer",
            paramLabel = "round-robin|least-outstanding",
            description = "Which instance gets the next request (default: ${DEFAULT-VALUE}).",
            defaultValue = "round-robin")
    private String balancer = "";

    @Option(
            names = "--surge-queue",
            paramLabel = "N",
            description = "Give each instance so many requests at a time and keep up to 1,024 waiting, as a Classic"
                    + " balancer does (default: none waits).")
    private @Nullable Integer surgeQueue;

    @Option(
            names = "--time-scale",
            paramLabel = "N",
            description = "Alarms, cooldowns, boots and checks go so many times faster (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private double timeScale;

    @Option(
            names = "--instance-type",
            paramLabel = "TYPE",
            description = "What an instance is billed as, with --usage (default: ${DEFAULT-VALUE}).",
            defaultValue = "t3.micro")
    private String instanceType = "";

    @Override
    public Integer call() throws Exception {
        run.check();
        LocalServers servers = start();
        servers.limitation().ifPresent(run::log);
        return run.serve(servers.uri(), servers, () -> LocalUse.of(servers.consumed(), instanceType, timeScale));
    }

    private LocalServers start() throws Exception {
        try {
            return LocalServers.start(settings(), run::log);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(refused.getMessage() + ".", refused);
        }
    }

    private ServersSettings settings() throws BadInputException {
        ScalingPolicy scaling = ScalingPolicyFormat.parse(trigger, step, duration("--cooldown", cooldown));
        int atLeast = scaling instanceof ScalingPolicy.None ? min : Math.max(min, GroupTerms.ELASTIC_BEANSTALK_MAX);
        GroupTerms group = new GroupTerms(
                ServerCommand.parse(command),
                new HealthCheck(health),
                min,
                max == null ? atLeast : max,
                scaling,
                duration("--boot", boot),
                duration("--drain", drain),
                START_LIMIT,
                share());
        HealthCheckTerms beanstalk = HealthCheckTerms.ELASTIC_BEANSTALK;
        BalancerTerms alb = BalancerTerms.APPLICATION_LOAD_BALANCER;
        BalancerTerms terms = new BalancerTerms(
                balancing(),
                new HealthCheckTerms(
                        duration("--health-interval", healthInterval),
                        beanstalk.timeout(),
                        beanstalk.healthyThreshold(),
                        beanstalk.unhealthyThreshold()),
                alb.idleTimeout(),
                alb.connectTimeout(),
                Optional.ofNullable(surgeQueue).map(each -> new SurgeQueue(each, SurgeQueue.CLASSIC_LENGTH)));
        return new ServersSettings(group, terms, run.port(), new TimeScale(timeScale), STOP_LIMIT);
    }

    private Balancing balancing() throws BadInputException {
        return switch (balancer) {
            case "round-robin" -> Balancing.ROUND_ROBIN;
            case "least-outstanding" -> Balancing.LEAST_OUTSTANDING;
            default ->
                throw new BadInputException(
                        "--balancer takes round-robin or least-outstanding, not '" + balancer + "'.");
        };
    }

    private Optional<CpuShare> share() {
        if (cpu == null) {
            return Optional.empty();
        }
        QuotaTerms quota = QuotaTerms.parse(cpu.contains("/") ? cpu : cpu + "/" + QUOTA_PERIOD);
        return Optional.of(new CpuShare(quota.processors(), quota.period()));
    }

    private static Duration duration(String option, String text) throws BadInputException {
        return SimulationOptions.duration(option, text);
    }
}
