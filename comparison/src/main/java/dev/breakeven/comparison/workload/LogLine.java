package dev.breakeven.comparison.workload;

/** What a line of an access log says. */
sealed interface LogLine {

    /**
     * A request.
     *
     * @param route as in {@code GET /page}, without the query; empty where the log does not tell
     */
    record Asked(LogTime time, String route) implements LogLine {}

    /** A heading or an empty line, which nobody misses. */
    record Heading() implements LogLine {}

    /**
     * A line that says no request.
     *
     * @param why as in "199 lines …"
     */
    record Unreadable(String why) implements LogLine {}

    Heading HEADING = new Heading();
    Unreadable NO_TIME = new Unreadable("have no time where the format has it");
    Unreadable NO_REQUEST = new Unreadable("have no request, such as \"GET / HTTP/1.1\"");

    /** Of a request line, {@code GET /page?x=1 HTTP/1.1}, whose address may be a whole one; empty where it is none. */
    static String route(String requestLine) {
        int space = requestLine.indexOf(' ');
        if (space <= 0) {
            return "";
        }
        int end = requestLine.indexOf(' ', space + 1);
        String address = requestLine.substring(space + 1, end < 0 ? requestLine.length() : end);
        return route(requestLine.substring(0, space), address);
    }

    static String route(String method, String address) {
        int scheme = address.indexOf("://");
        int from = 0;
        if (scheme > 0 && address.charAt(0) != '/') {
            int slash = address.indexOf('/', scheme + 3);
            from = slash < 0 ? address.length() : slash;
        }
        String path = withoutQuery(address.substring(from));
        boolean absolute = path.isEmpty() || path.charAt(0) == '/' || path.charAt(0) == '*';
        return absolute && Character.isUpperCase(method.charAt(0)) ? method + " " + (path.isEmpty() ? "/" : path) : "";
    }

    static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
