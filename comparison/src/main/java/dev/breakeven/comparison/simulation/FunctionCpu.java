package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import java.util.random.RandomGenerator;

/** How long a function's call takes that needs so much CPU time, at its environment's share of a processor. */
interface FunctionCpu {

    /** The law by which a deployment's share is enforced. */
    static FunctionCpu of(Deployment.Functions deployment, RandomGenerator random) {
        return switch (deployment.cpuLaw()) {
            case LAMBDA -> new LambdaCpu(deployment.cpuShare(), random);
            case LINUX -> new LinuxCpu(deployment.cpuShare());
        };
    }

    /**
     * Wall time of a call.
     *
     * @param environment its number in the order of creation; 0 for any that was provisioned
     * @param startNanos when the call begins, on the simulation's clock
     */
    long wallNanos(long cpuNanos, int environment, long startNanos);
}
