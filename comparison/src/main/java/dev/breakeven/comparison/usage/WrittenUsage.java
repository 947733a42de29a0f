package dev.breakeven.comparison.usage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import dev.breakeven.comparison.quantity.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One item of a usage file, each with the keys that users write. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "lambda", value = WrittenUsage.Function.class),
    @JsonSubTypes.Type(name = "lambda-provisioned", value = WrittenUsage.Provisioned.class),
    @JsonSubTypes.Type(name = "lambda-managed-instances", value = WrittenUsage.ManagedInstance.class),
    @JsonSubTypes.Type(name = "lambda-streaming", value = WrittenUsage.Streaming.class),
    @JsonSubTypes.Type(name = "rest-api", value = WrittenUsage.Rest.class),
    @JsonSubTypes.Type(name = "http-api", value = WrittenUsage.Http.class),
    @JsonSubTypes.Type(name = "load-balancer", value = WrittenUsage.Balancer.class),
    @JsonSubTypes.Type(name = "ec2", value = WrittenUsage.Instance.class),
    @JsonSubTypes.Type(name = "fargate", value = WrittenUsage.Task.class),
    @JsonSubTypes.Type(name = "lightsail", value = WrittenUsage.Bundle.class),
    @JsonSubTypes.Type(name = "lightsail-transfer", value = WrittenUsage.BundleTransfer.class),
    @JsonSubTypes.Type(name = "ebs", value = WrittenUsage.Disk.class),
    @JsonSubTypes.Type(name = "data-out", value = WrittenUsage.Internet.class),
    @JsonSubTypes.Type(name = "logs", value = WrittenUsage.LogGroup.class)
})
sealed interface WrittenUsage {

    /** As the provider meters it. */
    Usage in(Month month);

    /** The item's own, or none for that of the file. */
    @Nullable
    FreeTier freeTier();

    /** How many requests it counts. */
    default BigDecimal requestCount() {
        return BigDecimal.ZERO;
    }

    record Function(
            @Nullable BigDecimal requests,
            @Nullable Duration duration,
            @Nullable BigDecimal gigabyteSeconds,
            @Nullable BigDecimal ephemeralGigabyteSeconds,
            @Nullable Gigabytes memory,
            @Nullable Architecture architecture,
            @Nullable Gigabytes ephemeralStorage,
            @Nullable BigDecimal coldStarts,
            @Nullable Duration init,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public BigDecimal requestCount() {
            return Given.orZero(requests);
        }

        @Override
        public Usage in(Month month) {
            BigDecimal calls = Given.required("requests", requests);
            if ((duration == null) == (gigabyteSeconds == null)) {
                throw new IllegalArgumentException("either 'duration' of each call or 'gigabyte-seconds' is accepted.");
            }
            if (gigabyteSeconds != null && ephemeralStorage == null) {
                return new Usage.Lambda(
                        calls,
                        gigabyteSeconds,
                        Given.orZero(ephemeralGigabyteSeconds),
                        Given.architecture(architecture));
            }
            Gigabytes size = Given.required("memory", memory);
            FunctionSize environment =
                    ephemeralStorage == null ? FunctionSize.of(size) : new FunctionSize(size, ephemeralStorage);
            if (duration == null) {
                BigDecimal seconds = Given.required("gigabyte-seconds", gigabyteSeconds)
                        .divide(size.value(), MathContext.DECIMAL128);
                return Usage.Lambda.of(calls, seconds, environment, Given.architecture(architecture));
            }
            BigDecimal cold = Given.orZero(coldStarts);
            if (cold.compareTo(calls) > 0) {
                throw new IllegalArgumentException("of " + calls.toPlainString() + " requests at most as many are"
                        + " 'cold-starts', not " + cold.toPlainString() + ".");
            }
            return Usage.Lambda.of(
                    calls,
                    Given.call("duration", duration),
                    cold,
                    init == null ? Duration.ZERO : Given.call("init", init),
                    environment,
                    Given.architecture(architecture),
                    month.rules());
        }
    }

    record Provisioned(
            @Nullable BigDecimal environments,
            @Nullable BigDecimal hours,
            @Nullable Gigabytes memory,
            @Nullable Architecture architecture,
            @Nullable BigDecimal requests,
            @Nullable Duration duration,
            @Nullable BigDecimal enabledGigabyteSeconds,
            @Nullable BigDecimal gigabyteSeconds,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public BigDecimal requestCount() {
            return Given.orZero(requests);
        }

        @Override
        public Usage in(Month month) {
            if (enabledGigabyteSeconds != null) {
                return new Usage.LambdaProvisioned(
                        enabledGigabyteSeconds,
                        Given.orZero(requests),
                        Given.orZero(gigabyteSeconds),
                        Given.architecture(architecture));
            }
            return Usage.LambdaProvisioned.of(
                    Given.required("environments", environments),
                    hours == null ? month.hours() : hours,
                    FunctionSize.of(Given.required("memory", memory)).memory(),
                    Given.orZero(requests),
                    duration == null ? Duration.ZERO : Given.call("duration", duration),
                    Given.architecture(architecture),
                    month.rules());
        }
    }

    record ManagedInstance(
            @Nullable String type,
            @Nullable BigDecimal count,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal requests,
            @Nullable BigDecimal serves,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public BigDecimal requestCount() {
            return Given.orZero(requests);
        }

        @Override
        public Usage in(Month month) {
            return new Usage.LambdaManagedInstances(
                    Given.required("type", type),
                    Given.fleet(count, serves),
                    hours == null ? month.hours() : hours,
                    Given.orZero(requests));
        }
    }

    record Streaming(
            @Nullable BigDecimal responses,
            @Nullable Gigabytes size,
            boolean monthlyFreeUsed,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public BigDecimal requestCount() {
            return Given.orZero(responses);
        }

        @Override
        public Usage in(Month month) {
            return Usage.LambdaStreaming.of(
                    Given.required("responses", responses), Given.required("size", size), monthlyFreeUsed);
        }
    }

    record Rest(
            @Nullable BigDecimal requests,
            @Nullable Gigabytes response,
            @Nullable Traffic traffic,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public BigDecimal requestCount() {
            return Given.orZero(requests);
        }

        @Override
        public Usage in(Month month) {
            BigDecimal calls = Given.required("requests", requests);
            return new Usage.RestApi(calls, Given.size(response).multiply(calls), Given.traffic(traffic));
        }
    }

    record Http(
            @Nullable BigDecimal requests,
            @Nullable Gigabytes size,
            @Nullable Gigabytes response,
            @Nullable Traffic traffic,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public BigDecimal requestCount() {
            return Given.orZero(requests);
        }

        @Override
        public Usage in(Month month) {
            BigDecimal calls = Given.required("requests", requests);
            return Usage.HttpApi.of(
                    calls,
                    size == null ? Gigabytes.ZERO : size,
                    Given.size(response).multiply(calls),
                    Given.traffic(traffic));
        }
    }

    record Balancer(
            @Nullable String kind,
            @Nullable BigDecimal count,
            @Nullable BigDecimal zones,
            @Nullable BigDecimal hours,
            @Nullable Rate newConnections,
            @Nullable BigDecimal activeConnections,
            @Nullable Throughput processed,
            @Nullable Rate ruleEvaluations,
            LcuDimensions.@Nullable Target target,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        /** AWS takes no fewer for an application load balancer. */
        private static final BigDecimal ZONES_DEFAULT = BigDecimal.TWO;

        private static final BigDecimal ZONES_MAX = BigDecimal.TEN;

        @Override
        public Usage in(Month month) {
            BigDecimal balancers = Given.orOne(count);
            BigDecimal enabled = zones == null ? ZONES_DEFAULT : zones;
            if (enabled.compareTo(ZONES_MAX) > 0 || enabled.stripTrailingZeros().scale() > 0) {
                throw new IllegalArgumentException(
                        "no region has " + enabled.toPlainString() + " zones; whole numbers up to 10 are accepted.");
            }
            BigDecimal each = hours == null ? month.hours() : hours;
            Throughput bytes = processed == null ? Throughput.NONE : processed;
            return switch (kind == null ? "application" : kind) {
                case "application" ->
                    new Usage.ApplicationLoadBalancer(
                            balancers, enabled, each, load(bytes.hourly(balancers.multiply(each))));
                case "classic" ->
                    new Usage.ClassicLoadBalancer(balancers, enabled, each, bytes.total(balancers.multiply(each)));
                default ->
                    throw new IllegalArgumentException("'" + kind + "' is no kind; application and classic are.");
            };
        }

        private LcuDimensions load(BigDecimal gigabytesPerHour) {
            return new LcuDimensions(
                    newConnections == null ? BigDecimal.ZERO : newConnections.perSecond(),
                    Given.orZero(activeConnections),
                    gigabytesPerHour,
                    ruleEvaluations == null ? BigDecimal.ZERO : ruleEvaluations.perSecond(),
                    target == null ? LcuDimensions.Target.INSTANCE : target);
        }
    }

    record Instance(
            @Nullable String type,
            @Nullable BigDecimal count,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal surplusVcpuHours,
            @Nullable Boolean publicIpv4,
            @Nullable BigDecimal serves,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public Usage in(Month month) {
            return new Usage.Ec2(
                    Given.required("type", type),
                    Given.fleet(count, serves),
                    hours == null ? month.hours() : hours,
                    Given.orZero(surplusVcpuHours),
                    publicIpv4 == null || publicIpv4);
        }
    }

    record Task(
            @Nullable BigDecimal tasks,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal vcpu,
            @Nullable Gigabytes memory,
            @Nullable Gigabytes ephemeralStorage,
            @Nullable Architecture architecture,
            boolean publicIpv4,
            @Nullable BigDecimal serves,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        private static final BigDecimal VCPUS_MAX = BigDecimal.valueOf(32);

        @Override
        public Usage in(Month month) {
            BigDecimal vcpus = Given.required("vcpu", vcpu);
            if (vcpus.compareTo(VCPUS_MAX) > 0) {
                throw new IllegalArgumentException(
                        "no task has " + vcpus.toPlainString() + " vCPU; up to 32 are accepted.");
            }
            return new Usage.Fargate(
                    Given.fleet(tasks, serves),
                    hours == null ? month.hours() : hours,
                    vcpus,
                    Given.required("memory", memory),
                    ephemeralStorage == null ? Gigabytes.ZERO : ephemeralStorage,
                    Given.architecture(architecture),
                    publicIpv4);
        }
    }

    record Bundle(
            @Nullable String bundle,
            @Nullable BigDecimal count,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal serves,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public Usage in(Month month) {
            return Usage.Lightsail.of(Given.required("bundle", bundle), Given.fleet(count, serves), hours);
        }
    }

    record BundleTransfer(
            @Nullable BigDecimal count,
            @Nullable Gigabytes included,
            @Nullable Gigabytes in,
            @Nullable Gigabytes out,
            @Nullable BigDecimal serves,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public Usage in(Month month) {
            return new Usage.LightsailTransfer(
                    Given.fleet(count, serves),
                    Given.required("included", included).value(),
                    Given.size(in),
                    Given.required("out", out).value());
        }
    }

    record Disk(
            @Nullable String type,
            @Nullable Gigabytes size,
            @Nullable BigDecimal count,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal iops,
            @Nullable BigDecimal throughput,
            @Nullable BigDecimal serves,
            @Nullable FreeTier freeTier)
            implements WrittenUsage {

        @Override
        public Usage in(Month month) {
            return Usage.Ebs.of(
                    type == null ? "gp3" : type,
                    Given.required("size", size),
                    Given.orZero(iops),
                    Given.orZero(throughput),
                    Given.fleet(count, serves),
                    hours == null ? month.hours() : hours,
                    month.hours());
        }
    }

    record Internet(@Nullable Gigabytes size, @Nullable FreeTier freeTier) implements WrittenUsage {

        @Override
        public Usage in(Month month) {
            return new Usage.DataOut(Given.required("size", size).value());
        }
    }

    record LogGroup(
            @Nullable Gigabytes ingested,
            @Nullable Gigabytes stored,
            @Nullable FreeTier freeTier) implements WrittenUsage {

        @Override
        public Usage in(Month month) {
            return new Usage.Logs(Given.size(ingested), Given.size(stored));
        }
    }
}
