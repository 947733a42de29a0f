package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * As much of a crowd as can be replayed again and again: all of it up to so many requests, else its busiest
 * day, six hours, hour or quarter of an hour, the longest that has no more. A quarter of an hour is several times what Lambda
 * keeps an idle environment for, and what processors take to fall behind. Servers that are added on alarms or throttled for want of
 * CPU credits need longer to get there: for them the six hours before come along, in which a day's rhythm rises. What takes
 * longer than that is left out of larger crowds, such as credits that a small deficit uses up in a week.
 */
final class BusiestParts {

    private static final List<Duration> PARTS =
            List.of(Duration.ofDays(1), Duration.ofHours(6), Duration.ofHours(1), Duration.ofMinutes(15));
    private static final Duration LEAD = Duration.ofHours(6);

    private final Workload whole;
    private final double requestsMax;
    private final Map<Asked, Workload> known = new ConcurrentHashMap<>();

    private record Asked(Duration part, Duration lead) {}

    /** @param requestsMax above which it is a part */
    BusiestParts(Workload whole, double requestsMax) {
        this.whole = whole;
        this.requestsMax = requestsMax;
    }

    /** So many times the crowd, for a deployment. */
    Workload times(double factor, Deployment deployment) {
        Duration lead = isSlow(deployment) ? LEAD : Duration.ZERO;
        Workload part = whole;
        for (int i = 0; i < PARTS.size() && factor * part.expectedRequests() > requestsMax; i++) {
            part = known.computeIfAbsent(
                    new Asked(PARTS.get(i), lead), asked -> whole.busiest(asked.part(), asked.lead()));
        }
        return part.scaled(factor);
    }

    private static boolean isSlow(Deployment deployment) {
        return switch (deployment) {
            case Deployment.Functions functions -> false;
            case Deployment.Servers servers -> isSlow(servers.group());
        };
    }

    private static boolean isSlow(ServerGroup group) {
        @Nullable CreditTerms credits = group.host().credits();
        return !(group.scaling() instanceof ScalingPolicy.None) || (credits != null && !credits.unlimited());
    }
}
