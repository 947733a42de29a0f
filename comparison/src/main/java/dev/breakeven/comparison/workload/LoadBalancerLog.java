package dev.breakeven.comparison.workload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The access log of an Application Load Balancer, and that of a Classic one, which has no type in front. A line is written when
 * the answer is sent; the Application Load Balancer's tells in a later field when the request came, and that is taken.
 * Source: the field lists in "Access logs for your Application Load Balancer" of the AWS documentation.
 */
final class LoadBalancerLog implements LogFormat.Reader {

    private static final int REQUEST = 12;
    private static final int CREATION_TIME = 21;
    private static final int FIELDS_READ = 22;

    private final List<String> fields = new ArrayList<>(FIELDS_READ);

    @Override
    public LogLine read(String line) {
        if (line.isBlank()) {
            return LogLine.HEADING;
        }
        split(line);
        int type = LogTime.iso(fields.getFirst()) == null ? 0 : -1;
        @Nullable LogTime answered = time(type + 1);
        if (answered == null) {
            return LogLine.NO_TIME;
        }
        String route = type + REQUEST < fields.size() ? LogLine.route(fields.get(type + REQUEST)) : "";
        if (route.isEmpty()) {
            return LogLine.NO_REQUEST;
        }
        @Nullable LogTime came = type == 0 ? time(CREATION_TIME) : null;
        return new LogLine.Asked(came == null ? answered : came, route);
    }

    private @Nullable LogTime time(int field) {
        return field < fields.size() ? LogTime.iso(fields.get(field)) : null;
    }

    /** At blanks, except within quotes. */
    private void split(String line) {
        fields.clear();
        int at = 0;
        while (at < line.length() && fields.size() < FIELDS_READ) {
            boolean quoted = line.charAt(at) == '"';
            int from = quoted ? at + 1 : at;
            int end = line.indexOf(quoted ? '"' : ' ', from);
            int to = end < 0 ? line.length() : end;
            fields.add(line.substring(from, to));
            at = quoted ? to + 2 : to + 1;
        }
    }
}
