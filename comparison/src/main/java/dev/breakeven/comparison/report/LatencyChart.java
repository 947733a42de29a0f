package dev.breakeven.comparison.report;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Two distributions of latency, percentile by percentile, on a logarithmic scale. */
final class LatencyChart {

    private static final double[] PERCENTILES = {5, 25, 50, 75, 90, 95, 98, 99, 99.5, 99.9};
    private static final int COLUMNS = 64;
    private static final char PREDICTED = 'p';
    private static final char OBSERVED = 'o';
    private static final char BOTH = '●';

    private LatencyChart() {}

    static String of(Histogram predicted, Histogram observed) {
        double least = Math.max(1, Math.min(predicted.getValueAtPercentile(5), observed.getValueAtPercentile(5)));
        double most = Math.max(predicted.getValueAtPercentile(99.9), observed.getValueAtPercentile(99.9));
        double scale = (COLUMNS - 1) / Math.log(Math.max(1.01, most / least));
        StringBuilder chart = new StringBuilder();
        for (double percentile : PERCENTILES) {
            long one = predicted.getValueAtPercentile(percentile);
            long other = observed.getValueAtPercentile(percentile);
            int columnOfOne = column(one, least, scale);
            int columnOfOther = column(other, least, scale);
            char[] line = "·".repeat(COLUMNS).toCharArray();
            line[columnOfOne] = PREDICTED;
            line[columnOfOther] = columnOfOne == columnOfOther ? BOTH : OBSERVED;
            chart.append(String.format(
                    Locale.ROOT,
                    " %-6s %s %s %s%n",
                    percentile == Math.rint(percentile) ? "p" + (int) percentile : "p" + percentile,
                    new String(line),
                    millis(one),
                    millis(other)));
        }
        return chart.append(String.format(
                        Locale.ROOT,
                        " %-6s %-" + COLUMNS + "s %9s %9s",
                        "",
                        PREDICTED + " predicted  " + OBSERVED + " observed  " + BOTH + " both; logarithmic",
                        "predicted",
                        "observed"))
                .toString();
    }

    private static int column(long micros, double least, double scale) {
        return Math.clamp(Math.round(Math.log(micros / least) * scale), 0, COLUMNS - 1);
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, micros < 100_000 ? "%6.1f ms" : "%,6.0f ms", micros / 1e3);
    }
}
