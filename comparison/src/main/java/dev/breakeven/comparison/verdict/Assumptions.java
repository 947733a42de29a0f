package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.ServerFront;
import dev.breakeven.comparison.measurement.Assumption;
import java.util.ArrayList;
import java.util.List;

/** Every input of a comparison that was not measured here: those of the deployments, and those of the model itself. */
final class Assumptions {

    private Assumptions() {}

    static List<Assumption> of(List<Deployment> deployments) {
        List<Assumption> assumptions = new ArrayList<>();
        for (Deployment deployment : deployments) {
            deployment
                    .inputs()
                    .forEach((key, value) -> assumptions.add(new Assumption(
                            deployment.name() + " " + key,
                            value,
                            deployment.sources().getOrDefault(key, Assumption.NO_SOURCE))));
        }
        assumptions.add(new Assumption(
                "vcpu-per-core",
                "1: a vCPU there does the work of a core here, and a request runs on one at a time",
                Assumption.NO_SOURCE));
        assumptions.add(new Assumption(
                "network-latency", "0 ms between the caller and AWS, on every deployment", Assumption.NO_SOURCE));
        if (deployments.stream()
                .anyMatch(deployment ->
                        deployment instanceof Deployment.Servers servers && servers.front() == ServerFront.ALB)) {
            assumptions.add(new Assumption(
                    "connections", "each request opens one of its own at the load balancer", Assumption.NO_SOURCE));
        }
        if (deployments.stream()
                .anyMatch(deployment -> deployment instanceof Deployment.Servers servers
                        && servers.group().host().credits() != null)) {
            assumptions.add(new Assumption(
                    "credits-at-start",
                    "none saved, as at a launch",
                    "EC2 User Guide, burstable-credits-baseline-concepts"));
        }
        return assumptions;
    }
}
