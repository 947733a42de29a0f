package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import java.time.Duration;
import java.util.Map;

/** One way of hosting the service: one of a few shapes, with its numbers. */
public sealed interface Deployment {

    String name();

    /** Where each number comes from that is not the user's, by its key; "no source found" says so. */
    Map<String, String> sources();

    /** Whether the service is packaged as a function for it, rather than as a server. */
    default boolean runsFunctions() {
        return switch (this) {
            case Functions functions -> true;
            case Servers servers -> servers.hosting().runsFunctions();
        };
    }

    /** A number that was not measured but taken from somewhere, as it was written. */
    Map<String, String> inputs();

    /**
     * A Lambda function behind a front: one request at a time per execution environment.
     *
     * @param memoryMegabytes decides the CPU share as well: one vCPU at 1,769 MB
     * @param frontLatency what the front adds to each request, in nanoseconds
     * @param frontHeadBytes what the front adds to each answer's head
     * @param start how an environment comes to its first request
     * @param timeout the front waits no longer for the function
     * @param functionTimeout the function's own: a call that takes longer is ended, and its environment with it
     * @param cpuLaw how the share of the CPU is enforced
     */
    record Functions(
            String name,
            int memoryMegabytes,
            Architecture architecture,
            Front front,
            Distribution frontLatency,
            int frontHeadBytes,
            FunctionStart start,
            FunctionScaling scaling,
            Duration timeout,
            Duration functionTimeout,
            CpuLaw cpuLaw,
            Map<String, String> inputs,
            Map<String, String> sources)
            implements Deployment {

        /** The longest that Lambda lets a call take. */
        public static final Duration FUNCTION_TIMEOUT_MAX = Duration.ofMinutes(15);

        /** Memory at which a function has one whole vCPU. */
        public static final int MEGABYTES_PER_VCPU = 1_769;

        public Functions {
            front.checkIsAmong(Front.BEFORE_FUNCTIONS, "a function");
            if (start instanceof FunctionStart.SnapStart && scaling.provisioned() > 0) {
                throw new IllegalArgumentException("a function has either snapshots or provisioned environments.");
            }
            if (!functionTimeout.isPositive() || functionTimeout.compareTo(FUNCTION_TIMEOUT_MAX) > 0) {
                throw new IllegalArgumentException(
                        "a function's timeout is above 0s and at most 15m, not " + functionTimeout.toMillis() + "ms");
            }
        }

        /** So many vCPUs, of which a request that runs on one thread uses no more than one. */
        public double processors() {
            return memoryMegabytes / (double) MEGABYTES_PER_VCPU;
        }

        /** The same function with another memory. */
        public Functions withMemory(int megabytes) {
            return new Functions(
                    name,
                    megabytes,
                    architecture,
                    front,
                    frontLatency,
                    frontHeadBytes,
                    start,
                    scaling,
                    timeout,
                    functionTimeout,
                    cpuLaw,
                    inputs,
                    sources);
        }

        /** The same function, scaled in another way. */
        public Functions withScaling(FunctionScaling other) {
            return new Functions(
                    name,
                    memoryMegabytes,
                    architecture,
                    front,
                    frontLatency,
                    frontHeadBytes,
                    start,
                    other,
                    timeout,
                    functionTimeout,
                    cpuLaw,
                    inputs,
                    sources);
        }

        /** The part of one vCPU that a single-threaded request gets. */
        public double cpuShare() {
            return Math.min(1, processors());
        }
    }

    /**
     * Servers that are alike: one on its own, or several behind a front.
     *
     * @param group each virtual processor as fast as a core of the machine that measured
     * @param zones in which a load balancer has an address
     * @param frontLatency what the front adds to each request, in nanoseconds
     * @param frontHeadBytes what the front adds to each answer's head
     */
    record Servers(
            String name,
            Hosting hosting,
            ServerGroup group,
            Front front,
            int zones,
            Distribution frontLatency,
            int frontHeadBytes,
            Map<String, String> inputs,
            Map<String, String> sources)
            implements Deployment {

        public Servers {
            front.checkIsAmong(hosting.fronts(), "these servers");
        }

        /** As many of the same servers as another group has. */
        public Servers withGroup(ServerGroup other) {
            return new Servers(name, hosting, other, front, zones, frontLatency, frontHeadBytes, inputs, sources);
        }

        /** How many may fail while the others go on serving, when there are as few as there may be. */
        public int survivesInstances() {
            return group.instancesMin() - 1;
        }
    }
}
