package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What the load balancer itself answers, and why (Application Load Balancer user guide, "The load balancer generates an HTTP
 * error"). The page is what one sends: it is 122 bytes for a 502, 162 for a 503 and 132 for a 504.
 */
enum BalancerError {
    /** The request does not keep to HTTP, or could be understood in two ways. */
    BAD_REQUEST(400, "Bad Request"),
    /** TRACE and CONNECT. */
    METHOD_NOT_ALLOWED(405, "Not Allowed"),
    /** The caller stopped sending in the middle of its request. */
    REQUEST_TIMEOUT(408, "Request Time-out"),
    URI_TOO_LONG(414, "Request-URI Too Large"),
    /** A transfer coding other than chunked. */
    NOT_IMPLEMENTED(501, "Not Implemented"),
    /** The server refused the connection, closed it, answered with something else than HTTP, or was taken out too soon. */
    BAD_GATEWAY(502, "Bad Gateway"),
    /** There is no server, or the surge queue is full. */
    SERVICE_UNAVAILABLE(503, "Service Temporarily Unavailable"),
    /** The server did not accept the connection or did not answer in time. */
    GATEWAY_TIMEOUT(504, "Gateway Time-out");

    private static final String SERVER = "awselb/2.0";

    private final int status;
    private final String page;

    BalancerError(int status, String reason) {
        this.status = status;
        String title = status + " " + reason;
        this.page = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n</body>\r\n</html>\r\n";
    }

    /** The one with this status; any other that the HTTP library finds is the caller's mistake too. */
    static BalancerError of(int status) {
        for (BalancerError error : values()) {
            if (error.status == status) {
                return error;
            }
        }
        return status >= 500 ? BAD_GATEWAY : BAD_REQUEST;
    }

    int status() {
        return status;
    }

    /**
     * Answers in the server's place.
     *
     * @param close the connection too, because what the caller still sends on it will not be read
     */
    void answer(Response response, boolean close, Callback callback) {
        response.reset();
        response.setStatus(status);
        response.getHeaders()
                .add(HttpHeader.SERVER, SERVER)
                .add(HttpHeader.DATE, DateGenerator.formatDate(System.currentTimeMillis()))
                .add(HttpHeader.CONTENT_TYPE, "text/html")
                .add(HttpHeader.CONTENT_LENGTH, page.length());
        if (close) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
        response.write(true, ByteBuffer.wrap(page.getBytes(US_ASCII)), callback);
    }
}
