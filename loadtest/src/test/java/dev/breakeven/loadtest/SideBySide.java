package dev.breakeven.loadtest;

import static java.util.Comparator.comparingInt;

import dev.breakeven.comparison.page.Chart;
import dev.breakeven.comparison.page.HtmlPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One page with the newest run of each label in a folder: functions and servers, if both ran. The parts of a crowd that several
 * injectors made are added up before.
 */
final class SideBySide {

    private static final String TEMPLATE = "/dev/breakeven/loadtest/side-by-side.ftlh";
    private static final String FILE = "side-by-side.html";

    /** No chart has more points; longer runs have longer parts. */
    private static final long PARTS_MAX = 120;

    private static final List<String> ORDER = List.of("functions", "servers");
    private static final int TONES = 4;
    private static final Chart.Axis SECONDS = Chart.Axis.linear("seconds since the run began");

    private final List<Seen> seen;
    private final List<Side> sides;
    private final long partSeconds;

    private SideBySide(List<Seen> seen, long partSeconds) {
        this.seen = seen;
        this.partSeconds = partSeconds;
        List<Side> all = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            all.add(Side.of(seen.get(i), i % TONES));
        }
        this.sides = List.copyOf(all);
    }

    /**
     * Writes the page of a folder with results, of which the runs of several folders can be copied into one.
     *
     * @return where it is
     * @throws IOException if a run cannot be read or the page not be written; its message names the file
     */
    static Path write(Path results) throws IOException {
        List<RunFile.Found> found = RunFile.readAll(results);
        if (found.isEmpty()) {
            throw new IOException(results + " has no runs.");
        }
        double longest =
                found.stream().mapToDouble(one -> one.run().seconds()).max().orElseThrow();
        long partSeconds = Math.max(1, (long) Math.ceil(longest / PARTS_MAX));
        List<Seen> seen = Seen.newest(found, partSeconds).stream()
                .sorted(comparingInt((Seen side) -> order(side.first().label()))
                        .thenComparing(side -> side.first().label()))
                .toList();
        Path page = results.resolve(FILE);
        RunFile.replace(page, new SideBySide(seen, partSeconds).page());
        return page;
    }

    /** Writes the page of a folder, once runs of other injectors have been copied into it. */
    public static void main(String[] arguments) throws IOException {
        Path results = Path.of(arguments.length == 0 ? "target/gatling" : arguments[0]);
        if (!Files.isDirectory(results)) {
            System.err.println("There is no folder " + results + " with results of runs.");
            System.exit(2);
        }
        System.out.println("Side by side: " + write(results).toUri());
    }

    private static int order(String label) {
        int known = ORDER.indexOf(label);
        return known < 0 ? ORDER.size() : known;
    }

    private byte[] page() {
        Map<String, Object> model = new HashMap<>();
        model.put("sides", sides);
        model.put("partSeconds", partSeconds);
        model.put("anyCost", sides.stream().anyMatch(side -> side.cost() != null));
        model.put(
                "anyFailed",
                seen.stream().anyMatch(side -> side.whole().failed().getTotalCount() > 0));
        model.put(
                "anyColdStarts",
                seen.stream().flatMap(side -> side.runs().stream()).anyMatch(SideBySide::startsCold));
        model.put(
                "alike",
                sides.stream()
                                .map(side -> side.service() + side.workload() + side.simulation() + side.requests())
                                .distinct()
                                .count()
                        == 1);
        return HtmlPage.render(TEMPLATE, model, charts());
    }

    private List<Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        add(charts, "latency", Chart.Axis.logarithmic("milliseconds"), this::latencies);
        add(
                charts,
                "answers",
                Chart.Axis.linear("answers per second"),
                (side, tone) -> List.of(
                        line(side, tone, "", Chart.Shape.LINE, part -> (double) part.requests() / partSeconds)));
        add(charts, "capacity", Chart.Axis.linear("running at a time"), SideBySide::capacity);
        add(
                charts,
                "failures",
                Chart.Axis.linear("failed in " + seconds(partSeconds)),
                (side, tone) -> side.whole().failed().getTotalCount() == 0
                        ? List.of()
                        : List.of(line(
                                side,
                                tone,
                                "",
                                Chart.Shape.BARS,
                                part -> part.failed().getTotalCount())));
        add(charts, "cold-starts", Chart.Axis.linear("in " + seconds(partSeconds)), this::coldStarts);
        return charts.values().stream()
                .filter(chart -> !chart.series().isEmpty())
                .toList();
    }

    @FunctionalInterface
    private interface SeriesOf {
        List<Chart.Series> of(Seen side, int tone);
    }

    private void add(Map<String, Chart> charts, String id, Chart.Axis y, SeriesOf series) {
        List<Chart.Series> all = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            all.addAll(series.of(seen.get(i), sides.get(i).tone()));
        }
        charts.put(id, new Chart(id, SECONDS, y, all));
    }

    private List<Chart.Series> latencies(Seen side, int tone) {
        return List.of(
                line(side, tone, " p99", Chart.Shape.LINE, part -> part.answeredMillis(99)),
                line(side, tone, " p50", Chart.Shape.DASHED, part -> part.answeredMillis(50)));
    }

    /** A value for each part, in its middle. */
    private Chart.Series line(Seen side, int tone, String what, Chart.Shape shape, ToDoubleFunction<Seen.Part> value) {
        return new Chart.Series(
                side.first().label() + what,
                tone,
                shape,
                side.parts().entrySet().stream()
                        .map(part -> new Chart.Point(
                                part.getKey() + partSeconds / 2.0, value.applyAsDouble(part.getValue())))
                        .toList());
    }

    private static List<Chart.Series> capacity(Seen side, int tone) {
        return side.runs().stream()
                .filter(run -> run.unit() != null)
                .map(run -> new Chart.Series(
                        run.label() + ": " + run.unit(),
                        tone,
                        Chart.Shape.STEPS,
                        run.capacity().stream()
                                .map(at -> new Chart.Point(
                                        at.second(), at.capacity().units()))
                                .toList()))
                .toList();
    }

    private List<Chart.Series> coldStarts(Seen side, int tone) {
        List<Chart.Series> all = new ArrayList<>();
        for (Run run : side.runs()) {
            if (startsCold(run)) {
                Map<Double, Double> inPart = new LinkedHashMap<>();
                long before = 0;
                for (Capacity.At at : run.capacity()) {
                    double part =
                            Math.floor(Math.max(0, at.second() - 1) / partSeconds) * partSeconds + partSeconds / 2.0;
                    inPart.merge(part, (double) (at.capacity().coldStarts() - before), Double::sum);
                    before = at.capacity().coldStarts();
                }
                List<Chart.Point> points = new ArrayList<>();
                inPart.forEach((part, count) -> points.add(new Chart.Point(part, count)));
                all.add(new Chart.Series(run.label(), tone, Chart.Shape.BARS, points));
            }
        }
        return all;
    }

    private static boolean startsCold(Run run) {
        return run.spent() != null && run.spent().coldStarts() > 0;
    }

    private static String seconds(long count) {
        return count == 1 ? "a second" : count + " seconds";
    }
}
