package dev.breakeven.comparison.usage;

import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was consumed of one thing in a month. Counts and times are exact decimals, for a month may be an average; sizes are
 * 1024-based. Factories called {@code of} round as the provider does, once for each call or unit.
 */
public sealed interface Usage {

    /** A unit that runs the month through runs at most so many hours. */
    BigDecimal HOURS_MAX = BigDecimal.valueOf(744);

    /**
     * A function's calls on demand.
     *
     * @param gigabyteSeconds the sum over all calls of memory times billed time
     * @param ephemeralGigabyteSeconds the same of the disk above the 512 MB that come along
     */
    record Lambda(
            BigDecimal requests,
            BigDecimal gigabyteSeconds,
            BigDecimal ephemeralGigabyteSeconds,
            Architecture architecture)
            implements Usage {

        private static final Gigabytes EPHEMERAL_INCLUDED = Gigabytes.ofMegabytes(512);

        /** Calls that all take the same time, and some of them an initialization before it. */
        public static Lambda of(
                BigDecimal requests,
                Duration duration,
                BigDecimal coldStarts,
                Duration init,
                FunctionSize size,
                Architecture architecture,
                MeteringRules rules) {
            BigDecimal warm = rules.billedSeconds(duration);
            BigDecimal cold = rules.initBilled() ? rules.billedSeconds(duration.plus(init)) : warm;
            BigDecimal seconds = requests.subtract(coldStarts).multiply(warm).add(coldStarts.multiply(cold));
            return of(requests, seconds, size, architecture);
        }

        /** Calls whose billed times were added up. */
        public static Lambda of(BigDecimal requests, BigDecimal seconds, FunctionSize size, Architecture architecture) {
            BigDecimal ephemeral = size.ephemeralStorage()
                    .value()
                    .subtract(EPHEMERAL_INCLUDED.value())
                    .max(BigDecimal.ZERO);
            return new Lambda(
                    requests, size.memory().value().multiply(seconds), ephemeral.multiply(seconds), architecture);
        }
    }

    /**
     * Environments that are kept ready, and the calls that they served. Calls beyond them are on demand.
     *
     * @param enabledGigabyteSeconds memory times the time for which environments were kept ready
     * @param gigabyteSeconds memory times the billed time of calls
     */
    record LambdaProvisioned(
            BigDecimal enabledGigabyteSeconds,
            BigDecimal requests,
            BigDecimal gigabyteSeconds,
            Architecture architecture)
            implements Usage {

        private static final BigDecimal PERIODS_PER_HOUR = BigDecimal.valueOf(12);
        private static final BigDecimal SECONDS_PER_PERIOD = BigDecimal.valueOf(300);

        /** Kept ready for a time that is rounded up to 5 minutes. */
        public static LambdaProvisioned of(
                BigDecimal environments,
                BigDecimal hours,
                Gigabytes memory,
                BigDecimal requests,
                Duration duration,
                Architecture architecture,
                MeteringRules rules) {
            BigDecimal enabledSeconds =
                    Rounding.up(inAMonth(hours).multiply(PERIODS_PER_HOUR)).multiply(SECONDS_PER_PERIOD);
            return new LambdaProvisioned(
                    environments.multiply(memory.value()).multiply(enabledSeconds),
                    requests,
                    requests.multiply(rules.billedSeconds(duration)).multiply(memory.value()),
                    architecture);
        }
    }

    /**
     * Instances that Lambda manages for functions, and the calls that they served.
     *
     * @param type of EC2 instance, of whose price on demand a share is due to Lambda
     * @param hours for which each ran
     */
    record LambdaManagedInstances(String type, Fleet fleet, BigDecimal hours, BigDecimal requests) implements Usage {

        public LambdaManagedInstances {
            inAMonth(hours);
        }
    }

    /**
     * Answers of functions that are streamed.
     *
     * @param gigabytes what goes beyond the first 6 MB of each answer
     * @param monthlyFreeUsed whether other functions have used up what a month has free
     */
    record LambdaStreaming(BigDecimal gigabytes, boolean monthlyFreeUsed) implements Usage {

        private static final BigDecimal INCLUDED = Gigabytes.ofMegabytes(6).value();

        public static LambdaStreaming of(BigDecimal responses, Gigabytes size, boolean monthlyFreeUsed) {
            BigDecimal beyond = size.value().subtract(INCLUDED).max(BigDecimal.ZERO);
            return new LambdaStreaming(responses.multiply(beyond), monthlyFreeUsed);
        }
    }

    /** Calls of a REST API: one call is one request whatever its size. */
    record RestApi(BigDecimal requests, BigDecimal gigabytesOut, Traffic traffic) implements Usage {}

    /** Calls of an HTTP API, counted in steps of 512 KB. */
    record HttpApi(BigDecimal meteredRequests, BigDecimal gigabytesOut, Traffic traffic) implements Usage {

        private static final BigDecimal STEPS_PER_GIGABYTE = BigDecimal.valueOf(2_048);

        public static HttpApi of(BigDecimal requests, Gigabytes size, BigDecimal gigabytesOut, Traffic traffic) {
            BigDecimal steps =
                    Rounding.up(size.value().multiply(STEPS_PER_GIGABYTE)).max(BigDecimal.ONE);
            return new HttpApi(requests.multiply(steps), gigabytesOut, traffic);
        }
    }

    /**
     * Application load balancers that face the internet.
     *
     * @param zones enabled zones of each, with a public address in every one; 0 for none
     * @param hours for which each existed; a part of an hour is billed as one
     */
    record ApplicationLoadBalancer(BigDecimal count, BigDecimal zones, BigDecimal hours, LcuDimensions load)
            implements Usage {

        public ApplicationLoadBalancer {
            inAMonth(hours);
        }
    }

    /**
     * Classic load balancers that face the internet.
     *
     * @param gigabytes processed by all of them
     */
    record ClassicLoadBalancer(BigDecimal count, BigDecimal zones, BigDecimal hours, BigDecimal gigabytes)
            implements Usage {

        public ClassicLoadBalancer {
            inAMonth(hours);
        }
    }

    /**
     * Linux instances on demand.
     *
     * @param hours for which each ran
     * @param surplusVcpuHours of all of them, above the CPU credits of the month, in unlimited mode
     */
    record Ec2(String type, Fleet fleet, BigDecimal hours, BigDecimal surplusVcpuHours, boolean publicIpv4)
            implements Usage {

        public Ec2 {
            inAMonth(hours);
        }
    }

    /**
     * Tasks on Fargate, Linux.
     *
     * @param hours for which each ran, from the pull of its image
     * @param publicIpv4 whether each has an address
     */
    record Fargate(
            Fleet tasks,
            BigDecimal hours,
            BigDecimal vcpus,
            Gigabytes memory,
            Gigabytes ephemeralStorage,
            Architecture architecture,
            boolean publicIpv4)
            implements Usage {

        public Fargate {
            inAMonth(hours);
        }
    }

    /**
     * Lightsail instances.
     *
     * @param months of each
     */
    record Lightsail(String bundle, Fleet fleet, BigDecimal months) implements Usage {

        /** By the hour up to the price of a month, which is that of 744 hours; without hours for the whole month. */
        public static Lightsail of(String bundle, Fleet fleet, @Nullable BigDecimal hours) {
            return new Lightsail(
                    bundle,
                    fleet,
                    hours == null ? BigDecimal.ONE : inAMonth(hours).divide(HOURS_MAX, MathContext.DECIMAL128));
        }
    }

    /**
     * Traffic of Lightsail instances that are alike, which share what comes with them.
     *
     * @param gigabytesIncluded with each, in and out together
     * @param gigabytesOut to the internet, which alone is billed beyond that
     * @see <a href="https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-faq-data-transfer-allowance.html">
     *     Lightsail's FAQ</a>
     */
    record LightsailTransfer(Fleet fleet, BigDecimal gigabytesIncluded, BigDecimal gigabytesIn, BigDecimal gigabytesOut)
            implements Usage {

        /** Whether what came in used it up, so that all that went out is billed. */
        public boolean isUsedUpByDataIn() {
            return gigabytesIn.compareTo(included()) >= 0;
        }

        /** What went out beyond what was left. */
        public BigDecimal gigabytesBeyond() {
            BigDecimal left = included().subtract(gigabytesIn).max(BigDecimal.ZERO);
            return gigabytesOut.subtract(left).max(BigDecimal.ZERO);
        }

        private BigDecimal included() {
            return fleet.count().multiply(gigabytesIncluded);
        }
    }

    /**
     * Disks.
     *
     * @param gigabyteMonths of each
     * @param iopsMonths of each gp3 volume, above the 3,000 that come along with it
     * @param throughputMonths of each gp3 volume in MB/s, above the 125 that come along with it
     */
    record Ebs(String type, Fleet fleet, BigDecimal gigabyteMonths, BigDecimal iopsMonths, BigDecimal throughputMonths)
            implements Usage {

        private static final BigDecimal IOPS_INCLUDED = BigDecimal.valueOf(3_000);
        private static final BigDecimal THROUGHPUT_INCLUDED = BigDecimal.valueOf(125);

        /** Disks that are alike, for some of a month's hours. */
        public static Ebs of(
                String type,
                Gigabytes size,
                BigDecimal iops,
                BigDecimal megabytesPerSecond,
                Fleet fleet,
                BigDecimal hours,
                BigDecimal hoursPerMonth) {
            BigDecimal months = inAMonth(hours).divide(hoursPerMonth, MathContext.DECIMAL128);
            return new Ebs(
                    type,
                    fleet,
                    size.value().multiply(months),
                    iops.subtract(IOPS_INCLUDED).max(BigDecimal.ZERO).multiply(months),
                    megabytesPerSecond
                            .subtract(THROUGHPUT_INCLUDED)
                            .max(BigDecimal.ZERO)
                            .multiply(months));
        }
    }

    /** Traffic to the internet. */
    record DataOut(BigDecimal gigabytes) implements Usage {}

    /** Logs taken in, and kept for a month. */
    record Logs(BigDecimal gigabytesIngested, BigDecimal gigabytesStored) implements Usage {}

    private static BigDecimal inAMonth(BigDecimal hours) {
        if (hours.compareTo(HOURS_MAX) > 0) {
            throw new IllegalArgumentException(
                    "no month has " + hours.toPlainString() + " hours; 0 to 744 are accepted for each unit.");
        }
        return hours;
    }
}
