package dev.breakeven.localcloud.server;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Which header fields are passed on. Those that are about one connection are not (RFC 9110, 7.6.1), {@code Upgrade} among them,
 * so that a server answers a request to change the protocol as any other; a real Application Load Balancer passes WebSockets
 * through. {@code Expect} is dealt with here, as there. {@code X-Forwarded-For} is appended to, and its siblings are replaced
 * (Application Load Balancer user guide, "HTTP headers").
 */
final class ForwardedHead {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED_PORT = "X-Forwarded-Port";
    private static final String CRLF = "\r\n";

    private static final Set<HttpHeader> OF_ONE_CONNECTION = EnumSet.of(
            HttpHeader.CONNECTION,
            HttpHeader.KEEP_ALIVE,
            HttpHeader.PROXY_CONNECTION,
            HttpHeader.TE,
            HttpHeader.TRAILER,
            HttpHeader.TRANSFER_ENCODING,
            HttpHeader.UPGRADE);

    /** Naming these in {@code Connection} takes nothing away: the end of the message hangs on one of them. */
    private static final Set<String> KEPT = Set.of("content-length", "host");

    private ForwardedHead() {}

    /** The fields of an answer that the caller gets. */
    static HttpFields ofAnswer(HttpFields fields) {
        Set<String> named = namedByConnection(fields);
        HttpFields.Mutable passed = HttpFields.build();
        for (HttpField field : fields) {
            if (!isOfOneConnection(field, named)) {
                passed.add(field);
            }
        }
        return passed;
    }

    /** Request line and header of a request as the server gets them, its target as the caller wrote it. */
    static String ofRequest(Request request, int port, boolean chunked) {
        HttpFields fields = request.getHeaders();
        Set<String> named = namedByConnection(fields);
        StringBuilder head = new StringBuilder(512);
        head.append(request.getMethod())
                .append(' ')
                .append(request.getHttpURI().getPathQuery())
                .append(" HTTP/1.1")
                .append(CRLF);
        if (!fields.contains(HttpHeader.HOST)) {
            line(head, "Host", "127.0.0.1:" + port);
        }
        StringBuilder forwardedFor = new StringBuilder();
        for (HttpField field : fields) {
            if (field.getName().equalsIgnoreCase(FORWARDED_FOR)) {
                forwardedFor.append(field.getValue()).append(", ");
            } else if (!isOfOneConnection(field, named)
                    && field.getHeader() != HttpHeader.EXPECT
                    && !field.getName().equalsIgnoreCase(FORWARDED_PROTO)
                    && !field.getName().equalsIgnoreCase(FORWARDED_PORT)) {
                line(head, field.getName(), field.getValue());
            }
        }
        line(head, FORWARDED_FOR, forwardedFor + Request.getRemoteAddr(request));
        line(head, FORWARDED_PROTO, "http");
        line(head, FORWARDED_PORT, Integer.toString(Request.getLocalPort(request)));
        if (chunked) {
            line(head, "Transfer-Encoding", "chunked");
        }
        return head.append(CRLF).toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append(CRLF);
    }

    private static boolean isOfOneConnection(HttpField field, Set<String> named) {
        return OF_ONE_CONNECTION.contains(field.getHeader())
                || (!named.isEmpty() && named.contains(field.getLowerCaseName()));
    }

    private static Set<String> namedByConnection(HttpFields fields) {
        List<String> values = fields.getCSV(HttpHeader.CONNECTION, false);
        if (values.isEmpty()) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        values.forEach(value -> named.add(value.toLowerCase(Locale.ROOT)));
        named.removeAll(KEPT);
        return named;
    }
}
