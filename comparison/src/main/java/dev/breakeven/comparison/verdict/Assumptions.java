package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.Assumption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every input of a comparison that was not measured here: those of the deployments, and those of the model itself. */
final class Assumptions {

    private Assumptions() {}

    static List<Assumption> of(List<Deployment> deployments, List<Comparison.Result> results) {
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
        for (Comparison.Result result : results) {
            if (result.deployment() instanceof Deployment.SingleServer server) {
                assumptions.add(credits(server, result));
            }
        }
        return assumptions;
    }

    /** Credits are not simulated yet, so what is known about them is said: how busy the instance is against what it earns. */
    private static Assumption credits(Deployment.SingleServer server, Comparison.Result result) {
        double busy = 100 * result.outcome().meanBusy();
        double baseline = 100 * server.baselinePerVcpu();
        return new Assumption(
                server.name() + " cpu-credits",
                String.format(
                        Locale.ROOT,
                        "they %s: the vCPUs are %.1f %% busy over the month and earn %.0f %%",
                        busy < baseline ? "last" : "run out, which is neither slowed down nor billed here",
                        busy,
                        baseline),
                "the simulation's mean; spending within the month is not followed");
    }
}
