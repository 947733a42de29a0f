package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.measurement.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every input of a comparison that was not measured here: those of the deployments, and those of the model itself. */
final class Assumptions {

    private Assumptions() {}

    static List<Assumption> of(List<Deployment> deployments, Calibration calibration) {
        List<Assumption> assumptions = new ArrayList<>();
        for (Deployment deployment : deployments) {
            deployment
                    .inputs()
                    .forEach((key, value) -> assumptions.add(new Assumption(
                            deployment.name() + " " + key,
                            value,
                            deployment.sources().getOrDefault(key, Assumption.NO_SOURCE))));
        }
        assumptions.add(calibration.assumption());
        assumptions.add(new Assumption(
                "network-latency", "0 ms between the caller and AWS, on every deployment", Assumption.NO_SOURCE));
        if (deployments.stream()
                .anyMatch(deployment ->
                        deployment instanceof Deployment.Servers servers && servers.front() == Front.ALB)) {
            assumptions.add(new Assumption(
                    "connections", "each request opens one of its own at the load balancer", Assumption.NO_SOURCE));
        }
        for (Deployment deployment : deployments) {
            if (deployment instanceof Deployment.Servers servers) {
                ofServers(servers, assumptions);
            }
        }
        return assumptions;
    }

    private static void ofServers(Deployment.Servers servers, List<Assumption> assumptions) {
        servers.group()
                .assumptions()
                .forEach(each -> assumptions.add(
                        new Assumption(servers.name() + " " + each.name(), each.value(), each.source())));
        @Nullable CreditTerms credits = servers.group().host().credits();
        if (credits != null) {
            assumptions.add(new Assumption(
                    servers.name() + " credits-at-start",
                    credits.atLaunch() == 0
                            ? "none saved, as at a launch"
                            : String.format(Locale.ROOT, "%.0f, as at a launch", credits.atLaunch()),
                    "EC2 User Guide, burstable-credits-baseline-concepts"));
        }
    }
}
