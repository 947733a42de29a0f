package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Machine;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Survival;
import dev.breakeven.comparison.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** The comparison as {@code compare/1}: amounts as decimal strings, times in milliseconds. */
public final class JsonReport {

    private JsonReport() {}

    public static byte[] of(Comparison comparison) {
        ObjectNode root = JsonDocument.begin("compare/1");
        root.put("region", comparison.prices().region());
        root.put("prices", comparison.prices().date().toString());
        root.put("seed", comparison.seed());
        root.put("seeds", comparison.seeds());
        workload(comparison, root.putObject("workload"));
        ArrayNode deployments = root.putArray("deployments");
        comparison.results().forEach(result -> deployment(comparison, result, deployments.addObject()));
        BudgetJson.fill(root, comparison);
        ArrayNode crossings = root.putArray("breakEven");
        comparison
                .breakEven()
                .forEach(crossing -> crossings
                        .addObject()
                        .put("cheaper", crossing.cheaper())
                        .put("than", crossing.than())
                        .putObject("below")
                        .put("requestsPerMonth", crossing.requestsPerMonth()));
        ArrayNode verdict = root.putArray("verdict");
        Verdict.of(comparison).forEach(verdict::add);
        ArrayNode assumptions = root.putArray("assumptions");
        comparison
                .assumptions()
                .forEach(assumption -> assumptions
                        .addObject()
                        .put("name", assumption.name())
                        .put("value", assumption.value())
                        .put("source", assumption.source()));
        measurements(comparison.measurements(), root.putObject("measurements"));
        return JsonDocument.bytes(root);
    }

    static void workload(Comparison comparison, ObjectNode node) {
        node.put("name", comparison.workload().name());
        node.put("requests", comparison.requests());
        node.put("durationSeconds", comparison.workload().duration().toSeconds());
        node.put("peakPerSecond", comparison.busiestSecond());
        ArrayNode notes = node.putArray("notes");
        comparison.workload().notes().forEach(notes::add);
    }

    private static void deployment(Comparison comparison, Comparison.Result result, ObjectNode node) {
        OutcomeJson.fill(node, result.deployment().name(), result.outcome());
        BudgetJson.fill(node, comparison.headroom(result));
        Survival survival = Survival.of(result);
        node.putObject("survives").put("zones", survival.zones()).put("instances", survival.instances());
        node.putObject("p99Millis95")
                .put("low", result.p99Millis().low())
                .put("high", result.p99Millis().high());
        ObjectNode bill = node.putObject("bill");
        BillReport.fill(bill, result.bill());
        bill.put("low", cents(result.dollars().low()));
        bill.put("high", cents(result.dollars().high()));
    }

    private static String cents(double dollars) {
        return BigDecimal.valueOf(dollars).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static void measurements(Measurements measured, ObjectNode node) {
        node.put("taken", measured.taken().toString());
        node.put("quick", measured.quick());
        Machine machine = measured.machine();
        node.putObject("machine")
                .put("os", machine.os())
                .put("architecture", machine.architecture())
                .put("cores", machine.cores())
                .put("jdk", machine.jdk())
                .put("load", machine.load());
        measured.function().ifPresent(host -> host(host, node.putObject("function")));
        measured.server().ifPresent(host -> host(host, node.putObject("server")));
    }

    private static void host(HostMeasurement host, ObjectNode node) {
        millis(host.starts(), node.putArray("startMillis"));
        node.put("memoryBytesPeak", host.memoryBytesPeak());
        ArrayNode routes = node.putArray("routes");
        for (RouteMeasurement route : host.routes()) {
            ObjectNode measured = routes.addObject();
            measured.put("route", route.route());
            millis(route.firstCalls().stream().map(FirstCall::wall).toList(), measured.putArray("firstCallMillis"));
            measured.put("cpuMillisFixed", route.cpu().nanosFixed() / 1e6);
            measured.put("cpuMillisPerMegabyte", route.cpu().nanosPerByte());
            measured.put("waitMillis", route.waits().median().toNanos() / 1e6);
            measured.put("responseBytes", route.responseBytes());
            measured.put("warmCalls", route.warmCalls());
        }
    }

    private static void millis(List<Duration> durations, ArrayNode array) {
        durations.forEach(duration -> array.add(duration.toNanos() / 1e6));
    }
}
