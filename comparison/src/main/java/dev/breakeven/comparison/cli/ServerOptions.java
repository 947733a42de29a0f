package dev.breakeven.comparison.cli;

import static dev.breakeven.comparison.measurement.Assumption.NO_SOURCE;

import dev.breakeven.comparison.deployment.CreditFormat;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.HealthChecks;
import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ScalingPolicyFormat;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many servers there are, what each is like, and when their number changes. */
final class ServerOptions {

    private static final String LAUNCH_DEFAULT = "fixed(90s)";
    private static final int INSTANCES_MAX_OF_BEANSTALK = 4;

    /** As Elastic Beanstalk sets it. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    @Option(
            names = "--instances",
            paramLabel = "N",
            description = "Servers in the beginning (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int instances;

    @Option(names = "--min-instances", paramLabel = "M", description = "At least (default: as many as --instances).")
    private @Nullable Integer instancesMin;

    @Option(
            names = "--max-instances",
            paramLabel = "M",
            description = "At most (default: as many as --instances, or 4 if there is a trigger).")
    private @Nullable Integer instancesMax;

    @Option(
            names = "--vcpus",
            paramLabel = "V",
            description = "Processors of each (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int vcpus;

    @Option(names = "--threads", paramLabel = "N", description = "Requests that each works at (default: no limit).")
    private @Nullable Integer threads;

    @Option(names = "--queue", paramLabel = "N", description = "Requests that wait for a thread (default: no limit).")
    private @Nullable Integer queue;

    @Option(
            names = "--discipline",
            paramLabel = "ps|fcfs",
            description = "All share the processors, or one after the other (default: ${DEFAULT-VALUE}).",
            defaultValue = "ps")
    private ServerGroup.Discipline discipline = ServerGroup.Discipline.PS;

    @Option(
            names = "--balancer",
            paramLabel = "round-robin|least-outstanding|classic|lambda",
            description = "Who gets the next request (default: round-robin, or classic behind that front).")
    private @Nullable String balancer;

    @Option(
            names = "--trigger",
            paramLabel = "cpu:70%%/1m|network:6MB/5m|track:cpu=50%%|none",
            description = "When the number of servers changes (default: ${DEFAULT-VALUE}).",
            defaultValue = "none")
    private String trigger = "";

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Servers that an alarm adds or takes out (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int step;

    @Option(
            names = "--cooldown",
            paramLabel = "D",
            description = "After a change nothing changes for so long (default: ${DEFAULT-VALUE}).",
            defaultValue = "360s")
    private String cooldown = "";

    @Option(
            names = "--launch",
            paramLabel = "DIST",
            description = "From the decision until a new server serves (default: " + LAUNCH_DEFAULT + ").")
    private @Nullable String launch;

    @Option(
            names = "--credits",
            paramLabel = "TYPE:MODE",
            description = "CPU credits, as in t3.micro:standard or t3.micro:unlimited (default: ${DEFAULT-VALUE}).",
            defaultValue = "none")
    private String credits = "";

    @Option(
            names = "--cpu-quota",
            paramLabel = "SHARE/D",
            description = "CPU time in each period, as in 0.25/20ms (default: none).")
    private @Nullable String quota;

    @Option(
            names = "--health-check",
            paramLabel = "D/D/N/N",
            description =
                    "Interval, timeout, passed checks that bring a server back and failed ones that take it out, as in"
                            + " 15s/5s/3/5; with /replace after them for a group that replaces it (default: none).")
    private @Nullable String healthCheck;

    ServerGroup read(Front front) throws BadInputException {
        try {
            ScalingPolicy scaling =
                    ScalingPolicyFormat.parse(trigger, step, SimulationOptions.duration("--cooldown", cooldown));
            boolean scales = !(scaling instanceof ScalingPolicy.None);
            int most = scales ? Math.max(instances, INSTANCES_MAX_OF_BEANSTALK) : instances;
            if (!credits.equals("none") && quota != null) {
                throw new IllegalArgumentException("there is either --credits or --cpu-quota");
            }
            ServerGroup.Host host = new ServerGroup.Host(
                    vcpus,
                    discipline,
                    threads == null ? ServerGroup.UNLIMITED : threads,
                    queue == null ? ServerGroup.UNLIMITED : queue,
                    quota == null ? null : QuotaTerms.parse(quota),
                    credits.equals("none") ? null : CreditFormat.parse(credits));
            ServerGroup group = new ServerGroup(
                    host,
                    balancing(front),
                    instances,
                    instancesMin == null ? instances : instancesMin,
                    instancesMax == null ? most : instancesMax,
                    scaling,
                    SimulationOptions.times("--launch", launch == null ? LAUNCH_DEFAULT : launch),
                    DRAIN);
            return healthCheck == null || healthCheck.equals("none")
                    ? group
                    : group.withHealthChecks(HealthChecks.parse(healthCheck));
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("The servers: " + refused.getMessage() + ".", refused);
        }
    }

    private ServerGroup.Balancing balancing(Front front) {
        String name = balancer == null ? (front == Front.CLASSIC ? "classic" : "round-robin") : balancer;
        for (ServerGroup.Balancing balancing : ServerGroup.Balancing.values()) {
            if (balancing.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return balancing;
            }
        }
        throw new IllegalArgumentException(
                "'" + name + "' is no balancer; round-robin, least-outstanding, classic and lambda are");
    }

    /** Of what was left out, and of what is always assumed. */
    List<Assumption> assumptions(ServerGroup group) {
        List<Assumption> assumptions = new ArrayList<>();
        if (group.scaling() instanceof ScalingPolicy.Alarms) {
            assumptions.add(new Assumption(
                    "lower-threshold",
                    "a third of the upper one",
                    "Elastic Beanstalk's default trigger, awsdocs/aws-elastic-beanstalk-developer-guide"));
        }
        if (!(group.scaling() instanceof ScalingPolicy.None)) {
            launch(assumptions);
        }
        assumptions.addAll(group.assumptions());
        return assumptions;
    }

    private void launch(List<Assumption> assumptions) {
        assumptions.add(new Assumption(
                "drain", "20 s", "Elastic Beanstalk's default, awsdocs/aws-elastic-beanstalk-developer-guide"));
        if (launch == null) {
            assumptions.add(new Assumption("launch", LAUNCH_DEFAULT, NO_SOURCE));
        }
    }
}
