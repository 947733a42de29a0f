package dev.breakeven.localcloud.gateway;

import java.util.concurrent.atomic.LongAdder;

/** What has gone through a front. */
final class Traffic {

    private static final int STEP_BYTES = 512 * 1024;
    private static final int STATUS_LINE_BYTES = "HTTP/1.1 200 OK\r\n\r\n".length();
    private static final int HEADER_BYTES = ": \r\n".length();

    private final LongAdder requests = new LongAdder();
    private final LongAdder bodySteps = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();

    void request() {
        requests.increment();
    }

    void body(long bytes) {
        bytesIn.add(bytes);
        bodySteps.add(Math.max(1, Math.ceilDiv(bytes, STEP_BYTES)));
    }

    void response(CallerResponse response) {
        long head = STATUS_LINE_BYTES;
        for (HttpHeader header : response.headers()) {
            head += header.name().length() + header.value().length() + HEADER_BYTES;
        }
        bytesOut.add(head + response.body().length);
    }

    long requests() {
        return requests.sum();
    }

    long bodySteps() {
        return bodySteps.sum();
    }

    long bytesIn() {
        return bytesIn.sum();
    }

    long bytesOut() {
        return bytesOut.sum();
    }
}
