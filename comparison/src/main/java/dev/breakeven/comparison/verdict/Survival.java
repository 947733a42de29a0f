package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;

/**
 * How much of a deployment may fail while it goes on serving. A function's environment that fails takes its one request with it, and
 * the next request is given another, so that all that there are may fail; and Lambda runs a function in several zones (Lambda
 * Developer Guide, security-resilience). Of servers, those beyond the first may fail when there are as few as there may be, and
 * with them their zone, as they are spread over several. Both hold for Lambda's own instances as well.
 *
 * @param zones this many, of at least one more
 * @param instances or execution environments
 */
public record Survival(int zones, int instances) {

    public static Survival of(Comparison.Result result) {
        return switch (result.deployment()) {
            case Deployment.Functions functions ->
                new Survival(1, result.outcome().peakCapacity());
            case Deployment.Servers servers ->
                new Survival(Math.min(1, servers.survivesInstances()), servers.survivesInstances());
        };
    }
}
