package dev.breakeven.comparison.report;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.FirstCall;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.measurement.Machine;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.page.Chart;
import dev.breakeven.comparison.page.HtmlPage;
import dev.breakeven.comparison.page.InquiryForm;
import dev.breakeven.comparison.page.Script;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Exploration;
import dev.breakeven.comparison.verdict.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The comparison as a page: the verdict, what it costs by how many call, what callers feel, and how to get there again. */
public final class HtmlReport {

    private static final String FOLDER = "/dev/breakeven/comparison/report/";

    private final Comparison comparison;
    private final Terms terms;
    private final Exploration exploration;
    private final List<Timeline> busiest;

    /** @param busiest how the busiest time went on each deployment */
    public HtmlReport(Comparison comparison, Terms terms, Exploration exploration, List<Timeline> busiest) {
        this.comparison = comparison;
        this.terms = terms;
        this.exploration = exploration;
        this.busiest = List.copyOf(busiest);
    }

    /** A deployment as the page's tables have it. */
    public record Side(
            String name,
            int tone,
            String total,
            String range,
            String p50,
            String p90,
            String p99,
            String slow,
            String failed,
            String cold,
            String capacity,
            String holds,
            List<Line> lines) {}

    /** Of a bill. */
    public record Line(String name, String quantity, String unit, String unitPrice, String amount, String source) {}

    /** A route that was measured. */
    public record Measured(
            String host, String route, String start, String firstCall, String cpu, String waiting, String answer) {}

    /**
     * The page.
     *
     * @param command that makes it again
     * @param version of this program
     */
    public byte[] page(String command, String version) {
        return page(command, version, Optional.empty());
    }

    /**
     * The page as it is served.
     *
     * @param form by which it asks for another comparison
     */
    public byte[] live(String command, String version, InquiryForm form) {
        return page(command, version, Optional.of(form));
    }

    private byte[] page(String command, String version, Optional<InquiryForm> form) {
        long requests = Consumption.inMonth(
                        comparison.requests(), comparison.workload().duration(), terms.hoursPerMonth())
                .longValue();
        PageCharts charts = new PageCharts(comparison, exploration, busiest);
        PageDials dials = new PageDials(exploration, PageCharts.requests(requests), requests);
        List<Chart> drawn = charts.all(requests);
        List<String> verdict = Verdict.of(comparison);
        Machine machine = comparison.measurements().machine();
        Map<String, Object> model = new HashMap<>();
        model.put("workload", comparison.workload().name());
        model.put("service", comparison.measurements().service());
        model.put(
                "headline",
                TerminalReport.headline(comparison).lines().findFirst().orElseThrow());
        model.put("notes", comparison.workload().notes());
        model.put("verdict", verdict.getFirst());
        model.put("more", verdict.subList(1, verdict.size()));
        model.put("sides", sides());
        model.put("sliders", dials.sliders());
        model.put("partSeconds", String.format(Locale.ROOT, "%.0f", charts.seconds()));
        model.put("charts", drawn.stream().map(Chart::id).toList());
        model.put("measured", measured());
        model.put(
                "machine",
                String.format(
                        Locale.ROOT,
                        "%s, on %d cores of %s, %s, JDK %s, load %.1f",
                        comparison.measurements().taken().truncatedTo(ChronoUnit.SECONDS),
                        machine.cores(),
                        machine.architecture(),
                        machine.os(),
                        machine.jdk(),
                        machine.load()));
        model.put("quick", comparison.measurements().quick());
        model.put("assumptions", comparison.assumptions());
        model.put("seeds", comparison.seeds());
        model.put("seed", comparison.seed());
        model.put("region", comparison.prices().region());
        model.put("prices", comparison.prices().date().toString());
        model.put("command", command);
        model.put("version", version);
        form.ifPresent(asks -> model.put("form", asks));
        return HtmlPage.render(
                FOLDER + "report.ftlh", model, drawn, List.of(new Script("dials", FOLDER + "dials.js", dials.data())));
    }

    private List<Side> sides() {
        List<Side> sides = new ArrayList<>();
        for (Comparison.Result result : comparison.results()) {
            Outcome outcome = result.outcome();
            sides.add(new Side(
                    result.deployment().name(),
                    PageCharts.tone(sides.size()),
                    result.bill().total().toPlainString(),
                    comparison.seeds() == 1
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "%.2f to %.2f",
                                    result.dollars().low(),
                                    result.dollars().high()),
                    TerminalReport.millis(outcome.latencyMillis(50)),
                    TerminalReport.millis(outcome.latencyMillis(90)),
                    TerminalReport.millis(outcome.latencyMillis(99)),
                    TerminalReport.millis(outcome.latencyMillis(99.9)),
                    TerminalReport.failed(outcome),
                    result.deployment() instanceof Deployment.Functions
                            ? String.format(Locale.ROOT, "%,d", outcome.coldStarts())
                            : "–",
                    TerminalReport.capacity(result),
                    comparison.headroom(result).toString(),
                    lines(result.bill())));
        }
        return sides;
    }

    private static List<Line> lines(Bill bill) {
        return bill.lines().stream()
                .map(line -> new Line(
                        line.name(),
                        BillReport.eye(line.quantity()),
                        line.unit(),
                        BillReport.plain(line.unitPrice()),
                        line.amount().toPlainString(),
                        line.source()))
                .toList();
    }

    private List<Measured> measured() {
        Measurements measurements = comparison.measurements();
        List<Measured> rows = new ArrayList<>();
        measurements.function().ifPresent(host -> rows(rows, "as a function", host));
        measurements.server().ifPresent(host -> rows(rows, "as a server", host));
        return rows;
    }

    private static void rows(List<Measured> rows, String name, HostMeasurement host) {
        for (RouteMeasurement route : host.routes()) {
            rows.add(new Measured(
                    name,
                    route.route(),
                    TerminalReport.millis(TerminalReport.median(host.starts())),
                    TerminalReport.millis(TerminalReport.median(
                            route.firstCalls().stream().map(FirstCall::wall).toList())),
                    TerminalReport.cpu(route),
                    TerminalReport.millis(Math.max(0, route.waits().median().toNanos() / 1e6)),
                    String.format(Locale.ROOT, "%,d B", route.responseBytes())));
        }
    }
}
