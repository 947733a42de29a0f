package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.comparison.usage.UsageItem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns usage into what the provider counts: quantities of priced items, those of the same item added up over the whole month,
 * so that it makes no difference on how many lines a user writes them.
 */
final class Metering {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal SECONDS_MIN = BigDecimal.valueOf(60);
    private static final BigDecimal FARGATE_STORAGE_INCLUDED = BigDecimal.valueOf(20);

    private final PriceList prices;
    private final Map<Charge.Key, Charge> charges = new LinkedHashMap<>();

    private Metering(PriceList prices) {
        this.prices = prices;
    }

    /** @param prices by which dollars are counted, where something costs a share of what something else does */
    static List<Charge> of(List<UsageItem> usage, PriceList prices) {
        Metering metering = new Metering(prices);
        usage.forEach(item -> metering.count(item.usage(), item.freeTier()));
        return List.copyOf(metering.charges.values());
    }

    private void count(Usage usage, FreeTier free) {
        switch (usage) {
            case Usage.Lambda used -> lambda(used, free);
            case Usage.LambdaProvisioned used -> lambdaProvisioned(used);
            case Usage.LambdaManagedInstances used -> lambdaManagedInstances(used, free);
            case Usage.LambdaStreaming used ->
                add(
                        "Lambda streaming above 6 MB",
                        "lambda",
                        "streaming",
                        "GB",
                        used.gigabytes(),
                        used.monthlyFreeUsed() ? FreeTier.NONE : free);
            case Usage.RestApi used -> {
                add("API Gateway REST requests", "api-gateway", "rest-requests", "request", used.requests(), free);
                traffic(used.gigabytesOut(), used.traffic(), free);
            }
            case Usage.HttpApi used -> {
                add(
                        "API Gateway HTTP requests of 512 KB",
                        "api-gateway",
                        "http-requests",
                        "request",
                        used.meteredRequests(),
                        free);
                traffic(used.gigabytesOut(), used.traffic(), free);
            }
            case Usage.ApplicationLoadBalancer used -> applicationLoadBalancer(used, free);
            case Usage.ClassicLoadBalancer used -> classicLoadBalancer(used, free);
            case Usage.Ec2 used -> ec2(used, free);
            case Usage.Fargate used -> fargate(used, free);
            case Usage.Lightsail used ->
                add(
                        "Lightsail " + used.bundle(),
                        "lightsail",
                        used.bundle(),
                        "month",
                        used.fleet().count().multiply(used.months()),
                        free);
            case Usage.LightsailTransfer used -> lightsailTransfer(used, free);
            case Usage.Ebs used -> ebs(used, free);
            case Usage.DataOut used -> traffic(used.gigabytes(), Traffic.TIERED, free);
            case Usage.Logs used -> {
                add("CloudWatch Logs ingestion", "cloudwatch-logs", "ingestion", "GB", used.gigabytesIngested(), free);
                add(
                        "CloudWatch Logs storage, kept a month",
                        "cloudwatch-logs",
                        "storage",
                        "GB-month",
                        used.gigabytesStored(),
                        free);
            }
        }
    }

    private void lambda(Usage.Lambda used, FreeTier free) {
        String architecture = used.architecture().toString();
        add("Lambda requests", "lambda", "requests", "request", used.requests(), free);
        add(
                "Lambda duration, " + architecture,
                "lambda",
                "duration-" + architecture,
                "GB-s",
                used.gigabyteSeconds(),
                free);
        if (used.ephemeralGigabyteSeconds().signum() > 0) {
            add(
                    "Lambda ephemeral storage above 512 MB",
                    "lambda",
                    "ephemeral-storage",
                    "GB-s",
                    used.ephemeralGigabyteSeconds(),
                    free);
        }
    }

    /** The free tier is not for functions with provisioned concurrency. */
    private void lambdaProvisioned(Usage.LambdaProvisioned used) {
        String architecture = used.architecture().toString();
        FreeTier none = FreeTier.NONE;
        add(
                "Lambda provisioned concurrency, " + architecture,
                "lambda",
                "provisioned-" + architecture,
                "GB-s",
                used.enabledGigabyteSeconds(),
                none);
        add("Lambda requests", "lambda", "requests", "request", used.requests(), none);
        add(
                "Lambda duration on provisioned concurrency, " + architecture,
                "lambda",
                "provisioned-duration-" + architecture,
                "GB-s",
                used.gigabyteSeconds(),
                none);
    }

    /** The fee is a share of the price on demand, whatever discount there is on the instances. */
    private void lambdaManagedInstances(Usage.LambdaManagedInstances used, FreeTier free) {
        BigDecimal hours = used.fleet().count().multiply(hoursBySecond(used.hours()));
        add(
                "Lambda Managed Instances requests",
                "lambda",
                "managed-instances-requests",
                "request",
                used.requests(),
                free);
        add("EC2 " + used.type(), "ec2", used.type(), "hour", hours, free);
        BigDecimal dollars =
                prices.price(new Item("ec2", used.type()), "hour").tariff().costOf(hours);
        add("Lambda Managed Instances fee", "lambda", "managed-instances-fee", "EC2 dollar", dollars, free);
    }

    /** Two names for the line, since from where data in use up what is included, more of them cost nothing more. */
    private void lightsailTransfer(Usage.LightsailTransfer used, FreeTier free) {
        BigDecimal beyond = used.gigabytesBeyond();
        if (beyond.signum() > 0) {
            add(
                    used.isUsedUpByDataIn()
                            ? "Lightsail data out, all of it"
                            : "Lightsail data out beyond the bundle's",
                    "lightsail",
                    "data-out",
                    "GB",
                    beyond,
                    free);
        }
    }

    private void applicationLoadBalancer(Usage.ApplicationLoadBalancer used, FreeTier free) {
        BigDecimal hours = used.count().multiply(started(used.hours()));
        add("Application load balancer", "elb", "application-hour", "hour", hours, free);
        add(
                "Application load balancer capacity",
                "elb",
                "application-lcu",
                "LCU-hour",
                hours.multiply(used.load().lcus()),
                free);
        addresses(used.count().multiply(used.zones()).multiply(hoursBySecond(used.hours())));
    }

    private void classicLoadBalancer(Usage.ClassicLoadBalancer used, FreeTier free) {
        BigDecimal hours = used.count().multiply(started(used.hours()));
        add("Classic load balancer", "elb", "classic-hour", "hour", hours, free);
        add("Classic load balancer data", "elb", "classic-data", "GB", used.gigabytes(), free);
        addresses(used.count().multiply(used.zones()).multiply(hoursBySecond(used.hours())));
    }

    /** One address per enabled zone; what is free of addresses is for instances only. */
    private void addresses(BigDecimal hours) {
        if (hours.signum() > 0) {
            add("Public IPv4 address, load balancer", "vpc", "public-ipv4", "hour", hours, FreeTier.NONE);
        }
    }

    private void ec2(Usage.Ec2 used, FreeTier free) {
        BigDecimal hours = used.fleet().count().multiply(hoursBySecond(used.hours()));
        add("EC2 " + used.type(), "ec2", used.type(), "hour", hours, free);
        if (used.surplusVcpuHours().signum() > 0) {
            String family = used.type().split("\\.", -1)[0];
            add(
                    "EC2 surplus CPU credits, " + family,
                    "ec2",
                    family + "-surplus",
                    "vCPU-hour",
                    used.surplusVcpuHours(),
                    free);
        }
        if (used.publicIpv4()) {
            add("Public IPv4 address", "vpc", "public-ipv4", "hour", hours, free);
        }
    }

    private void fargate(Usage.Fargate used, FreeTier free) {
        String architecture = used.architecture().toString();
        BigDecimal hours = used.tasks().count().multiply(hoursBySecond(used.hours()));
        add(
                "Fargate vCPU, " + architecture,
                "fargate",
                "vcpu-" + architecture,
                "vCPU-hour",
                hours.multiply(used.vcpus()),
                free);
        add(
                "Fargate memory, " + architecture,
                "fargate",
                "memory-" + architecture,
                "GB-hour",
                hours.multiply(used.memory().value()),
                free);
        if (used.publicIpv4()) {
            add("Public IPv4 address, task", "vpc", "public-ipv4", "hour", hours, FreeTier.NONE);
        }
        BigDecimal storage = used.ephemeralStorage().value().subtract(FARGATE_STORAGE_INCLUDED);
        if (storage.signum() > 0) {
            add(
                    "Fargate ephemeral storage above 20 GB",
                    "fargate",
                    "ephemeral-storage",
                    "GB-hour",
                    hours.multiply(storage),
                    free);
        }
    }

    private void ebs(Usage.Ebs used, FreeTier free) {
        BigDecimal count = used.fleet().count();
        add(
                "EBS " + used.type() + " disk",
                "ebs",
                used.type(),
                "GB-month",
                count.multiply(used.gigabyteMonths()),
                free);
        if (used.iopsMonths().signum() > 0) {
            add("EBS gp3 IOPS above 3,000", "ebs", "gp3-iops", "IOPS-month", count.multiply(used.iopsMonths()), free);
        }
        if (used.throughputMonths().signum() > 0) {
            add(
                    "EBS gp3 throughput above 125 MB/s",
                    "ebs",
                    "gp3-throughput",
                    "MB/s-month",
                    count.multiply(used.throughputMonths()),
                    free);
        }
    }

    private void traffic(BigDecimal gigabytes, Traffic traffic, FreeTier free) {
        if (gigabytes.signum() == 0) {
            return;
        }
        switch (traffic) {
            case TIERED -> add("Data out", "data-transfer", "out", "GB", gigabytes, free);
            case FLAT ->
                charge(new Charge.Key("Data out, flat price", new Item("data-transfer", "out"), "GB", true))
                        .add(gigabytes, FreeTier.NONE);
            case NONE -> {}
        }
    }

    private void add(String name, String service, String item, String unit, BigDecimal quantity, FreeTier freeTier) {
        charge(new Charge.Key(name, new Item(service, item), unit, false)).add(quantity, freeTier);
    }

    private Charge charge(Charge.Key key) {
        return charges.computeIfAbsent(key, Charge::new);
    }

    /** A load balancer's hour that has begun is billed. */
    private static BigDecimal started(BigDecimal hours) {
        return hours.setScale(0, RoundingMode.CEILING);
    }

    /** By the second, and a minute at least. */
    private static BigDecimal hoursBySecond(BigDecimal hours) {
        if (hours.signum() == 0) {
            return hours;
        }
        return hours.multiply(SECONDS_PER_HOUR)
                .setScale(0, RoundingMode.CEILING)
                .max(SECONDS_MIN)
                .divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
    }
}
