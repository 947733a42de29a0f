package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import java.math.BigDecimal;
import java.util.Set;

/** What a server is bought as, which decides what is billed for it and what may stand before it. */
public sealed interface Hosting {

    /** What one of them is called. */
    String unit();

    /** What may stand before them. */
    Set<Front> fronts();

    /** A Linux instance on demand with a disk and a public address. */
    record Ec2(String instanceType, String diskType, int diskGigabytes) implements Hosting {

        @Override
        public String unit() {
            return "instance";
        }

        @Override
        public Set<Front> fronts() {
            return Set.of(Front.NONE, Front.ALB, Front.CLASSIC);
        }
    }

    /**
     * A task of an ECS service on Fargate, with a public address to pull its image through. It is billed by the second from the
     * pull of its image, which is taken to begin when it is launched. Less than one vCPU is a quota of a processor's time. Left
     * out: that an account may launch 100 tasks at once and 20 a second from then on, which no service of ours comes near, and
     * storage beyond the 20 GB that come along.
     */
    record Fargate(BigDecimal vcpus, Gigabytes memory, Architecture architecture) implements Hosting {

        @Override
        public String unit() {
            return "task";
        }

        @Override
        public Set<Front> fronts() {
            return Set.of(Front.NONE, Front.ALB);
        }
    }

    /**
     * An instance of Lightsail at the price of a bundle, with its disk, its address and so much transfer.
     *
     * @param transfer in a month, in and out together; what goes out beyond it is billed by the gigabyte
     */
    record Lightsail(String bundle, Gigabytes transfer) implements Hosting {

        @Override
        public String unit() {
            return "instance";
        }

        @Override
        public Set<Front> fronts() {
            return Set.of(Front.NONE);
        }
    }

    /**
     * An instance that Lambda manages in the account, on which execution environments serve several requests at a time. Requests
     * and the instance are billed, and a fee in proportion to the instance's price on demand; time is not. Its environments are
     * simulated as one server that has all their threads, since they share the instance's processors. Left out: disks and
     * addresses of these instances, the way to AWS's services from their network, and that a router tries another instance when
     * one is short of processors rather than of threads.
     */
    record ManagedInstances(String instanceType) implements Hosting {

        @Override
        public String unit() {
            return "instance";
        }

        @Override
        public Set<Front> fronts() {
            return Front.BEFORE_FUNCTIONS;
        }
    }

    /** Whether the service is packaged as a function, and called with events. */
    default boolean runsFunctions() {
        return this instanceof ManagedInstances;
    }
}
