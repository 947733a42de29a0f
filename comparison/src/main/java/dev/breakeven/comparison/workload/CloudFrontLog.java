package dev.breakeven.comparison.workload;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standard log of CloudFront: fields between tabs, named by a line {@code #Fields:}, times of UTC in whole seconds. Where
 * that line is missing, as in the middle of a log, the fields are taken to be in their documented order.
 */
final class CloudFrontLog implements LogFormat.Reader {

    private static final String HEADING = "#Fields:";

    private int date = 0;
    private int time = 1;
    private int method = 5;
    private int path = 7;

    @Override
    public LogLine read(String line) {
        if (line.startsWith(HEADING)) {
            List<String> names =
                    Arrays.asList(line.substring(HEADING.length()).strip().split("\\s+"));
            date = names.indexOf("date");
            time = names.indexOf("time");
            method = names.indexOf("cs-method");
            path = names.indexOf("cs-uri-stem");
        }
        if (line.startsWith("#") || line.isBlank()) {
            return LogLine.HEADING;
        }
        String[] fields = line.split("\t", -1);
        @Nullable LogTime when = LogTime.iso(field(fields, date) + "T" + field(fields, time));
        if (when == null) {
            return LogLine.NO_TIME;
        }
        String verb = field(fields, method);
        String route = verb.isEmpty() ? "" : LogLine.route(verb, field(fields, path));
        return route.isEmpty() ? LogLine.NO_REQUEST : new LogLine.Asked(when, route);
    }

    private static String field(String[] fields, int index) {
        return index >= 0 && index < fields.length ? fields[index] : "";
    }
}
