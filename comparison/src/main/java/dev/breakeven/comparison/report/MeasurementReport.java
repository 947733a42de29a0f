package dev.breakeven.comparison.report;

import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Machine;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.PayloadMeasurement;
import dev.breakeven.comparison.measurement.Quantiles;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was measured, for a terminal: starts and first calls, then warm calls by payload, and what was noticed. */
public final class MeasurementReport {

    private MeasurementReport() {}

    public static String of(Measurements measured) {
        Machine machine = measured.machine();
        StringBuilder screen = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, measured on %d cores of %s, %s, JDK %s, load %.1f%s%n%n",
                measured.service(),
                machine.cores(),
                machine.architecture(),
                machine.os(),
                machine.jdk(),
                machine.load(),
                measured.quick() ? "; a quick measurement" : ""));
        TextTable starts =
                new TextTable(2, "", "", "starts", "start", "p90", "first call", "its CPU", "calls 2, 3", "memory");
        measured.functions().forEach(host -> starts(starts, "function", host));
        measured.servers().forEach(host -> starts(starts, "server", host));
        screen.append(starts).append("\n\n");
        TextTable warm = new TextTable(
                2,
                "warm calls, milliseconds",
                "",
                "payload",
                "calls",
                "CPU p50",
                "p99",
                "wait p50",
                "p99",
                "wall p50",
                "p99",
                "± %",
                "answer");
        measured.functions().forEach(host -> warm(warm, "function", host));
        measured.servers().forEach(host -> warm(warm, "server", host));
        screen.append(warm).append('\n');
        if (machine.wasBusy()) {
            screen.append(String.format(
                    Locale.ROOT,
                    "\n The machine was busy: %.0f %% of its processors were in use before anything was measured.",
                    100 * machine.busy()));
        }
        for (HostMeasurement host : all(measured)) {
            for (RouteMeasurement route : host.routes()) {
                if (route.payloads().size() > 1) {
                    screen.append('\n').append(fit(host, route));
                }
            }
            host.notes().forEach(note -> screen.append("\n ").append(note));
        }
        return screen.append("\n\n vCPU per core: ")
                .append(measured.calibration().assumption().value())
                .append("; ")
                .append(measured.calibration().evidence())
                .append('\n')
                .toString();
    }

    private static List<HostMeasurement> all(Measurements measured) {
        return Stream.concat(measured.functions().stream(), measured.servers().stream())
                .toList();
    }

    private static String name(String way, HostMeasurement host) {
        return Double.isInfinite(host.processors())
                ? way
                : String.format(Locale.ROOT, "%s, %.2f of a core", way, host.processors());
    }

    private static void starts(TextTable table, String way, HostMeasurement host) {
        double[] starts = host.starts().stream()
                .mapToDouble(start -> (double) start.toNanos())
                .toArray();
        Quantiles quantiles = Quantiles.of(starts);
        for (RouteMeasurement route : host.routes()) {
            table.row(
                    name(way, host),
                    route.route(),
                    Integer.toString(starts.length),
                    millis(quantiles.p50()) + " ms",
                    millis(quantiles.p90()) + " ms",
                    millis(median(route.firstCalls().stream()
                                    .map(FirstCall::wall)
                                    .toList())) + " ms",
                    millis(median(route.firstCalls().stream()
                                    .map(FirstCall::cpu)
                                    .toList())) + " ms",
                    String.format(Locale.ROOT, "× %.1f", route.warmUp().ratio(2)),
                    String.format(Locale.ROOT, "%d MB", host.memoryBytesPeak() >> 20));
        }
    }

    private static void warm(TextTable table, String way, HostMeasurement host) {
        for (RouteMeasurement route : host.routes()) {
            for (PayloadMeasurement payload : route.payloads()) {
                table.row(
                        name(way, host),
                        route.route(),
                        String.format(Locale.ROOT, "%,d B", payload.payloadBytes()),
                        Integer.toString(payload.calls()),
                        millis(payload.cpuNanos().p50()),
                        millis(payload.cpuNanos().p99()),
                        millis(payload.waitNanos().p50()),
                        millis(payload.waitNanos().p99()),
                        millis(payload.wallNanos().p50()),
                        millis(payload.wallNanos().p99()),
                        String.format(Locale.ROOT, "%.1f", 100 * payload.precision()),
                        String.format(Locale.ROOT, "%,d B", payload.responseBytes()));
            }
        }
    }

    /** The line, and how far the middle half of the calls is from it. */
    private static String fit(HostMeasurement host, RouteMeasurement route) {
        double[] ratios = route.cpu().ratios();
        return String.format(
                Locale.ROOT,
                " CPU of %s (%s) is %.2f ms + %.1f ms/MB; half of the calls are within %+.0f %% and %+.0f %% of it",
                route.route(),
                name("share", host),
                route.cpu().nanosFixed() / 1e6,
                route.cpu().nanosPerByte(),
                100 * (ratios[ratios.length / 4] - 1),
                100 * (ratios[3 * ratios.length / 4] - 1));
    }

    private static double median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(sorted.size() / 2).toNanos();
    }

    private static String millis(double nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, Math.abs(millis) < 10 ? "%.2f" : "%,.0f", millis);
    }
}
