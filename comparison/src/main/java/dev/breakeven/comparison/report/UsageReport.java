package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.comparison.usage.UsageFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** What was consumed, as {@code usage/1}: a usage file in JSON, which {@code bill} reads as it is. */
public final class UsageReport {

    private static final BigDecimal BYTES_PER_GIGABYTE = BigDecimal.valueOf(1 << 30);

    /** What each streamed answer has free, and a gp3 volume: a file says how much there is, usage how much is beyond it. */
    private static final BigDecimal STREAMED_FREE_GIGABYTES = new BigDecimal("0.005859375");

    private static final BigDecimal IOPS_INCLUDED = BigDecimal.valueOf(3_000);
    private static final BigDecimal THROUGHPUT_INCLUDED = BigDecimal.valueOf(125);

    private UsageReport() {}

    /**
     * Writes what was consumed.
     *
     * @param requests of callers, for which all of it was consumed
     */
    public static byte[] json(long requests, List<Usage> usage) {
        ObjectNode root = JsonDocument.begin(UsageFile.SCHEMA).put("requests", requests);
        ArrayNode items = root.putArray("usage");
        usage.forEach(item -> fill(items.addObject(), item));
        return JsonDocument.bytes(root);
    }

    private static void fill(ObjectNode item, Usage usage) {
        switch (usage) {
            case Usage.Lambda lambda ->
                item.putObject("lambda")
                        .put("requests", number(lambda.requests()))
                        .put("gigabyte-seconds", number(lambda.gigabyteSeconds()))
                        .put("ephemeral-gigabyte-seconds", number(lambda.ephemeralGigabyteSeconds()))
                        .put("architecture", word(lambda.architecture()));
            case Usage.LambdaProvisioned provisioned ->
                item.putObject("lambda-provisioned")
                        .put("requests", number(provisioned.requests()))
                        .put("enabled-gigabyte-seconds", number(provisioned.enabledGigabyteSeconds()))
                        .put("gigabyte-seconds", number(provisioned.gigabyteSeconds()))
                        .put("architecture", word(provisioned.architecture()));
            case Usage.LambdaManagedInstances managed ->
                fleet(item.putObject("lambda-managed-instances"), "count", managed.fleet())
                        .put("type", managed.type())
                        .put("hours", number(managed.hours()))
                        .put("requests", number(managed.requests()));
            case Usage.LambdaStreaming streaming ->
                item.putObject("lambda-streaming")
                        .put("responses", 1)
                        .put("size", size(streaming.gigabytes().add(STREAMED_FREE_GIGABYTES)))
                        .put("monthly-free-used", streaming.monthlyFreeUsed());
            case Usage.RestApi api ->
                item.putObject("rest-api")
                        .put("requests", number(api.requests()))
                        .put("response", each(api.gigabytesOut(), api.requests()))
                        .put("traffic", word(api.traffic()));
            case Usage.HttpApi api ->
                item.putObject("http-api")
                        .put("requests", number(api.meteredRequests()))
                        .put("response", each(api.gigabytesOut(), api.meteredRequests()))
                        .put("traffic", word(api.traffic()));
            case Usage.ApplicationLoadBalancer balancer -> fill(item.putObject("load-balancer"), balancer);
            case Usage.ClassicLoadBalancer balancer ->
                item.putObject("load-balancer")
                        .put("kind", "classic")
                        .put("count", number(balancer.count()))
                        .put("zones", number(balancer.zones()))
                        .put("hours", number(balancer.hours()))
                        .put("processed", size(balancer.gigabytes()));
            case Usage.Ec2 ec2 ->
                fleet(item.putObject("ec2"), "count", ec2.fleet())
                        .put("type", ec2.type())
                        .put("hours", ec2.hours())
                        .put("surplus-vcpu-hours", ec2.surplusVcpuHours())
                        .put("public-ipv4", ec2.publicIpv4());
            case Usage.Fargate fargate ->
                fleet(item.putObject("fargate"), "tasks", fargate.tasks())
                        .put("hours", number(fargate.hours()))
                        .put("vcpu", number(fargate.vcpus()))
                        .put("memory", size(fargate.memory().value()))
                        .put(
                                "ephemeral-storage",
                                size(fargate.ephemeralStorage().value()))
                        .put("architecture", word(fargate.architecture()))
                        .put("public-ipv4", fargate.publicIpv4());
            case Usage.Lightsail lightsail ->
                fleet(item.putObject("lightsail"), "count", lightsail.fleet())
                        .put("bundle", lightsail.bundle())
                        .put("hours", number(lightsail.months().multiply(Usage.HOURS_MAX)));
            case Usage.LightsailTransfer transfer ->
                fleet(item.putObject("lightsail-transfer"), "count", transfer.fleet())
                        .put("included", size(transfer.gigabytesIncluded()))
                        .put("in", size(transfer.gigabytesIn()))
                        .put("out", size(transfer.gigabytesOut()));
            case Usage.Ebs ebs ->
                fleet(item.putObject("ebs"), "count", ebs.fleet())
                        .put("type", ebs.type())
                        .put("size", size(ebs.gigabyteMonths()))
                        .put("iops", ebs.iopsMonths().add(IOPS_INCLUDED))
                        .put("throughput", ebs.throughputMonths().add(THROUGHPUT_INCLUDED));
            case Usage.DataOut out -> item.putObject("data-out").put("size", size(out.gigabytes()));
            case Usage.Logs logs ->
                item.putObject("logs")
                        .put("ingested", size(logs.gigabytesIngested()))
                        .put("stored", size(logs.gigabytesStored()));
        }
    }

    private static void fill(ObjectNode item, Usage.ApplicationLoadBalancer balancer) {
        item.put("kind", "application")
                .put("count", number(balancer.count()))
                .put("zones", number(balancer.zones()))
                .put("hours", number(balancer.hours()))
                .put("new-connections", rate(balancer.load().newConnectionsPerSecond()))
                .put("active-connections", number(balancer.load().activeConnections()))
                .put("processed", size(balancer.load().gigabytesPerHour()) + "/h")
                .put("rule-evaluations", rate(balancer.load().ruleEvaluationsPerSecond()))
                .put("target", word(balancer.load().target()));
    }

    private static ObjectNode fleet(ObjectNode item, String key, Fleet fleet) {
        item.put(key, number(fleet.count()));
        return fleet.serves() == null ? item : item.put("serves", fleet.serves());
    }

    /** Without zeros at its end, and without an exponent. */
    private static BigDecimal number(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static String size(BigDecimal gigabytes) {
        return gigabytes.multiply(BYTES_PER_GIGABYTE).stripTrailingZeros().toPlainString() + "B";
    }

    private static String each(BigDecimal gigabytes, BigDecimal requests) {
        return size(requests.signum() == 0 ? BigDecimal.ZERO : gigabytes.divide(requests, MathContext.DECIMAL128));
    }

    private static String rate(BigDecimal perSecond) {
        return perSecond.stripTrailingZeros().toPlainString() + "/s";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
