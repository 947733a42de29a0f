package dev.breakeven.comparison.report;

import dev.breakeven.comparison.simulation.Timeline;
import dev.breakeven.comparison.verdict.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** For a terminal: how the busiest hour of a workload went on each deployment, a line for each curve. */
final class BusiestHour {

    private static final int COLUMNS = 40;

    private BusiestHour() {}

    /** @param busiest of each deployment, in the order of the comparison */
    static String of(Comparison comparison, List<Timeline> busiest) {
        Timeline first = busiest.getFirst();
        double seconds = first.period().toNanos() / 1e9;
        double minutes = seconds * first.parts().size() / 60;
        TextTable curves = new TextTable(3, String.format(Locale.ROOT, "the busiest %.0f minutes", minutes), "", "");
        double[] arrived = values(first, part -> part.arrived() / seconds);
        curves.row(
                "requests",
                Sparkline.of(arrived, COLUMNS, Math::max),
                String.format(Locale.ROOT, "at most %,.1f a second", most(arrived)));
        for (int i = 0; i < busiest.size(); i++) {
            String name = comparison.results().get(i).deployment().name();
            double[] p99 = values(busiest.get(i), Timeline.Part::p99Millis);
            curves.row(
                    "p99 of " + name,
                    Sparkline.of(p99, COLUMNS, Math::max),
                    "at most " + TerminalReport.millis(most(p99)));
            double[] failed = values(busiest.get(i), Timeline.Part::failed);
            if (most(failed) > 0) {
                curves.row(
                        "failures of " + name,
                        Sparkline.of(failed, COLUMNS, Double::sum),
                        String.format(
                                Locale.ROOT,
                                "%,.0f in all",
                                Arrays.stream(failed).sum()));
            }
        }
        return curves.toString();
    }

    private static double[] values(Timeline timeline, ToDoubleFunction<Timeline.Part> value) {
        return timeline.parts().stream().mapToDouble(value).toArray();
    }

    private static double most(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    }
}
