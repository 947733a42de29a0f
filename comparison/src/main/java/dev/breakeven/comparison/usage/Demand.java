package dev.breakeven.comparison.usage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Usage that so many requests a month cause, and what another number of them would: what each request causes goes with their
 * number, a fleet that serves so many grows by whole units, and what is bought by the hour stays.
 *
 * @param requests a month, which the items are for; 0 for items that no request causes
 */
public record Demand(List<UsageItem> items, BigDecimal requests) {

    public Demand {
        items = List.copyOf(items);
    }

    /** The usage of so many requests a month. */
    public List<UsageItem> at(BigDecimal wanted) {
        return items.stream()
                .map(item -> new UsageItem(new Scale(wanted, requests).of(item.usage()), item.freeTier()))
                .toList();
    }

    /** How many units each fleet has for so many requests a month, between which the usage is linear in them. */
    public List<BigDecimal> fleets(BigDecimal wanted) {
        return items.stream()
                .flatMap(item -> fleet(item.usage()).stream())
                .map(fleet -> fleet.at(wanted).count())
                .toList();
    }

    private static Optional<Fleet> fleet(Usage usage) {
        return switch (usage) {
            case Usage.Ec2 used -> Optional.of(used.fleet());
            case Usage.Fargate used -> Optional.of(used.tasks());
            case Usage.Lightsail used -> Optional.of(used.fleet());
            case Usage.LightsailTransfer used -> Optional.of(used.fleet());
            case Usage.LambdaManagedInstances used -> Optional.of(used.fleet());
            case Usage.Ebs used -> Optional.of(used.fleet());
            case Usage.Lambda used -> Optional.empty();
            case Usage.LambdaProvisioned used -> Optional.empty();
            case Usage.LambdaStreaming used -> Optional.empty();
            case Usage.RestApi used -> Optional.empty();
            case Usage.HttpApi used -> Optional.empty();
            case Usage.ApplicationLoadBalancer used -> Optional.empty();
            case Usage.ClassicLoadBalancer used -> Optional.empty();
            case Usage.DataOut used -> Optional.empty();
            case Usage.Logs used -> Optional.empty();
        };
    }

    /** From a number of requests to another. */
    private record Scale(BigDecimal to, BigDecimal from) {

        Usage of(Usage usage) {
            return switch (usage) {
                case Usage.Lambda used ->
                    new Usage.Lambda(
                            of(used.requests()),
                            of(used.gigabyteSeconds()),
                            of(used.ephemeralGigabyteSeconds()),
                            used.architecture());
                case Usage.LambdaProvisioned used ->
                    new Usage.LambdaProvisioned(
                            used.enabledGigabyteSeconds(),
                            of(used.requests()),
                            of(used.gigabyteSeconds()),
                            used.architecture());
                case Usage.LambdaManagedInstances used ->
                    new Usage.LambdaManagedInstances(
                            used.type(), used.fleet().at(to), used.hours(), of(used.requests()));
                case Usage.LambdaStreaming used ->
                    new Usage.LambdaStreaming(of(used.gigabytes()), used.monthlyFreeUsed());
                case Usage.RestApi used ->
                    new Usage.RestApi(of(used.requests()), of(used.gigabytesOut()), used.traffic());
                case Usage.HttpApi used ->
                    new Usage.HttpApi(of(used.meteredRequests()), of(used.gigabytesOut()), used.traffic());
                case Usage.ApplicationLoadBalancer used ->
                    new Usage.ApplicationLoadBalancer(used.count(), used.zones(), used.hours(), of(used.load()));
                case Usage.ClassicLoadBalancer used ->
                    new Usage.ClassicLoadBalancer(used.count(), used.zones(), used.hours(), of(used.gigabytes()));
                case Usage.Ec2 used ->
                    new Usage.Ec2(
                            used.type(),
                            used.fleet().at(to),
                            used.hours(),
                            of(used.surplusVcpuHours()),
                            used.publicIpv4());
                case Usage.Fargate used ->
                    new Usage.Fargate(
                            used.tasks().at(to),
                            used.hours(),
                            used.vcpus(),
                            used.memory(),
                            used.ephemeralStorage(),
                            used.architecture(),
                            used.publicIpv4());
                case Usage.Lightsail used ->
                    new Usage.Lightsail(used.bundle(), used.fleet().at(to), used.months());
                case Usage.LightsailTransfer used ->
                    new Usage.LightsailTransfer(
                            used.fleet().at(to),
                            used.gigabytesIncluded(),
                            of(used.gigabytesIn()),
                            of(used.gigabytesOut()));
                case Usage.Ebs used ->
                    new Usage.Ebs(
                            used.type(),
                            used.fleet().at(to),
                            used.gigabyteMonths(),
                            used.iopsMonths(),
                            used.throughputMonths());
                case Usage.DataOut used -> new Usage.DataOut(of(used.gigabytes()));
                case Usage.Logs used -> new Usage.Logs(of(used.gigabytesIngested()), of(used.gigabytesStored()));
            };
        }

        private LcuDimensions of(LcuDimensions load) {
            return new LcuDimensions(
                    of(load.newConnectionsPerSecond()),
                    of(load.activeConnections()),
                    of(load.gigabytesPerHour()),
                    of(load.ruleEvaluationsPerSecond()),
                    load.target());
        }

        private BigDecimal of(BigDecimal quantity) {
            return from.signum() == 0 ? quantity : quantity.multiply(to).divide(from, MathContext.DECIMAL128);
        }
    }
}
