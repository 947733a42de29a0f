package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.workload.Workload;

/**
 * Runs that are watched from outside, and what holds on every one of them: each request ends exactly once, capacity stays within
 * its limits, what is billed is the busy time of each call rounded up, and Little's law.
 */
public final class Checked {

    private static final double EXACT = 1e-6;

    /** Requests that were turned away are as heavy as the others only in the mean. */
    private static final double MEAN = 0.03;

    private Checked() {}

    /** What {@link Simulation#run} gives for the same arguments. */
    public static Outcome run(Workload workload, Deployment deployment, Measurements measured, long seed) {
        return switch (deployment) {
            case Deployment.Functions functions ->
                functions(
                        workload,
                        functions,
                        new MeasuredCallTimes(
                                workload, functions, measured.function().orElseThrow(), seed),
                        seed);
            case Deployment.Servers servers ->
                Fleets.run(
                                servers,
                                workload,
                                Simulation.kinds(workload, measured.server().orElseThrow()),
                                seed)
                        .outcome();
        };
    }

    static Outcome functions(Workload workload, Deployment.Functions functions, CallTimes times, long seed) {
        WatchedCalls calls = new WatchedCalls(times);
        Outcome outcome =
                new FunctionSimulation(workload, functions, calls, Deployments.RULES, seed).run(Progress.SILENT);
        check(outcome, functions, calls, (double) workload.duration().toNanos());
        return outcome;
    }

    private static void check(
            Outcome outcome, Deployment.Functions functions, WatchedCalls calls, double atLeastNanos) {
        everyRequestEndsOnce(outcome);
        capacityIsWithinLimits(outcome, 0, functions.scaling().concurrency());
        assertThat(calls.most()).as("busy at once").isLessThanOrEqualTo(outcome.peakCapacity());
        assertThat(calls.count()).as("calls").isEqualTo(outcome.served());
        assertThat(calls.colds()).as("cold starts").isEqualTo(outcome.coldStarts());

        Consumption.OfFunctions used = (Consumption.OfFunctions) outcome.consumption();
        assertThat(used.requests()).as("billed calls").isEqualTo(outcome.served());
        assertThat(used.billedMillis()).as("billed time").isEqualTo(calls.millisRoundedUp());

        // Little's law: busy environments, counted from one moment to the next, against the time that each call took.
        double inUse = calls.inUseNanos() / Math.max(atLeastNanos, (double) calls.endNanos());
        assertThat(outcome.meanBusy()).as("Little's law").isCloseTo(inUse, within(EXACT * inUse));
    }

    static void check(Outcome outcome, ServerGroup group, WatchedWork work, ServerFleet fleet) {
        everyRequestEndsOnce(outcome);
        assertThat(work.count()).as("requests that came").isEqualTo(outcome.requests());
        capacityIsWithinLimits(outcome, leastCapacity(group), group.instancesMax());
        assertThat(fleet.launchedNanos()).as("paid for").isGreaterThanOrEqualTo(fleet.servingNanos());

        // Little's law at the processors: how many are busy, by time, is the rate of requests times the CPU time of
        // one. Health checks come on top.
        double nanos = fleet.workNanos() - fleet.checkNanos();
        if (outcome.served() == outcome.requests() && outcome.failures(Failure.Group.FAILED) == 0) {
            assertThat(nanos).as("Little's law").isCloseTo(work.cpuNanos(), within(EXACT * work.cpuNanos()));
        } else {
            double one = work.cpuNanos() / (double) outcome.requests();
            double served = outcome.served();
            double ended = served - outcome.failures(Failure.Group.FAILED);
            assertThat(nanos).as("Little's law").isBetween(ended * one * (1 - MEAN), served * one * (1 + MEAN));
        }
    }

    /** One that is replaced is missing until its successor serves. */
    private static int leastCapacity(ServerGroup group) {
        return group.healthChecks() != null && group.healthChecks().replaces() ? 0 : group.instancesMin();
    }

    private static void everyRequestEndsOnce(Outcome outcome) {
        assertThat(outcome.latencyMicros().getTotalCount() + outcome.failures())
                .as("answered and failed")
                .isEqualTo(outcome.requests());
    }

    private static void capacityIsWithinLimits(Outcome outcome, int least, int most) {
        assertThat(outcome.peakCapacity()).as("peak").isBetween(least, most);
        assertThat(outcome.meanCapacity())
                .as("capacity")
                .isBetween(least * (1 - EXACT), outcome.peakCapacity() * (1 + EXACT));
        assertThat(outcome.meanBusy()).as("busy").isBetween(0.0, outcome.meanCapacity() * (1 + EXACT));
    }
}
