package dev.breakeven.comparison.report;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** A curve in one line of text, from nothing to its highest value; a dot stands where there is no value. */
final class Sparkline {

    private static final char NOTHING = '·';
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /**
     * Draws values from left to right.
     *
     * @param columns the most it may take: so many neighbours as it needs share one
     * @param merged what neighbours come to, such as their greater one
     */
    static String of(double[] values, int columns, DoubleBinaryOperator merged) {
        int each = Math.max(1, Math.ceilDiv(values.length, columns));
        double[] drawn = new double[Math.ceilDiv(values.length, each)];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = Arrays.stream(values, i * each, Math.min(values.length, (i + 1) * each))
                    .filter(Double::isFinite)
                    .reduce(merged)
                    .orElse(Double.NaN);
        }
        double most = Arrays.stream(drawn).filter(Double::isFinite).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (double value : drawn) {
            line.append(Double.isFinite(value) ? height(value, most) : NOTHING);
        }
        return line.toString();
    }

    private static char height(double value, double most) {
        double part = most > 0 ? value / most : 0;
        return HEIGHTS.charAt((int) Math.max(0, Math.ceil(part * HEIGHTS.length()) - 1));
    }
}
