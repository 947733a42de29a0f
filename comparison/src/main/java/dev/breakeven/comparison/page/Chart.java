package dev.breakeven.comparison.page;

import java.util.List;

/**
 * What a page draws over one horizontal axis. The page has a place with the same id.
 *
 * @param marks vertical lines
 */
public record Chart(String id, Axis x, Axis y, List<Series> series, List<Mark> marks) {

    public Chart {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    public Chart(String id, Axis x, Axis y, List<Series> series) {
        this(id, x, y, series, List.of());
    }

    /** Where on the horizontal axis there is something to say. */
    public record Mark(double x, String text) {}

    /** An axis with a name that says its unit. */
    public record Axis(String name, boolean logarithmic) {

        public static Axis linear(String name) {
            return new Axis(name, false);
        }

        public static Axis logarithmic(String name) {
            return new Axis(name, true);
        }
    }

    /** How the points of a series are joined. */
    public enum Shape {
        LINE,
        DASHED,
        /** Holds its value until the next point. */
        STEPS,
        BARS
    }

    /**
     * One line, or one row of bars.
     *
     * @param tone series with the same one belong together, in every chart of the page
     * @param points by x; a point without y interrupts the line
     */
    public record Series(String name, int tone, Shape shape, List<Point> points) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /** Where something is; without a value if {@code y} is not a number. */
    public record Point(double x, double y) {}
}
