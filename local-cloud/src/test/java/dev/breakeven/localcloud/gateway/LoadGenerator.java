package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers that each send the next request once the last is answered, over one connection each, with as little of their own as can
 * be.
 */
final class LoadGenerator {

    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load\r\nAccept: */*\r\n\r\n".getBytes(US_ASCII);

    /**
     * What callers saw.
     *
     * @param nanos of each answer, the shortest first
     * @param wallNanos all in all
     * @param ok answers with status 200
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Result(long[] nanos, long wallNanos, int ok) {

        double millis(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (quantile * nanos.length))] / 1e6;
        }

        double perSecond() {
            return nanos.length * 1e9 / wallNanos;
        }

        @Override
        public String toString() {
            return String.format(
                    "%d requests, %d ok, p50 %.3f ms, p90 %.3f ms, p99 %.3f ms, max %.1f ms, %.0f/s",
                    nanos.length, ok, millis(0.5), millis(0.9), millis(0.99), millis(1), perSecond());
        }
    }

    private LoadGenerator() {}

    static Result run(URI target, int callers, int requestsEach) throws Exception {
        long began = System.nanoTime();
        long[] nanos = new long[callers * requestsEach];
        int ok = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int from = caller * requestsEach;
                all.add(threads.submit(() -> call(target, nanos, from, requestsEach)));
            }
            for (Future<Integer> one : all) {
                ok += one.get();
            }
        }
        long wall = System.nanoTime() - began;
        Arrays.sort(nanos);
        return new Result(nanos, wall, ok);
    }

    private static int call(URI target, long[] nanos, int from, int requests) throws IOException {
        int ok = 0;
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (int i = from; i < from + requests; i++) {
                long began = System.nanoTime();
                out.write(REQUEST);
                ok += answer(in) == 200 ? 1 : 0;
                nanos[i] = System.nanoTime() - began;
            }
        }
        return ok;
    }

    private static int answer(InputStream in) throws IOException {
        int status = 0;
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("HTTP/")) {
                status = Integer.parseInt(line.substring(9, 12));
            } else if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed before the answer was complete");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
