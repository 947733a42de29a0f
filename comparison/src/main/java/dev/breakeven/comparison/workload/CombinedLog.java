package dev.breakeven.comparison.workload;

import org.jspecify.annotations.Nullable;

/**
 * The combined and the common log format of Apache httpd, nginx and many others:
 * {@code 127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326 "referer" "agent"}. Only the time and
 * the request are looked at, so that fields after them may be missing or added.
 */
final class CombinedLog implements LogFormat.Reader {

    @Override
    public LogLine read(String line) {
        if (line.isBlank()) {
            return LogLine.HEADING;
        }
        int open = line.indexOf('[');
        int close = line.indexOf(']', open + 1);
        @Nullable LogTime time = open < 0 || close < 0 ? null : LogTime.common(line.substring(open + 1, close));
        if (time == null) {
            return LogLine.NO_TIME;
        }
        int quote = line.indexOf('"', close);
        int end = line.indexOf('"', quote + 1);
        String route = quote < 0 || end < 0 ? "" : LogLine.route(line.substring(quote + 1, end));
        return route.isEmpty() ? LogLine.NO_REQUEST : new LogLine.Asked(time, route);
    }
}
