package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * One GET over a connection of its own, healthy when the answer's status is 200. It is spoken by hand because a server that is
 * just coming up is asked every millisecond, and must cost neither side much.
 */
public record HealthCheck(String path) {

    private static final int STATUS_LENGTH = "HTTP/1.1 200".length();

    public HealthCheck {
        if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException(
                    "The health check's path is \"" + path + "\"; accepted is a path like /health, without blanks");
        }
    }

    /** What the check saw, in words that can follow "it". */
    sealed interface Finding {

        record Healthy() implements Finding {}

        record Unhealthy(String reason) implements Finding {}
    }

    Finding check(int port, Duration limit) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millisUntil(deadlineNanos));
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String status = readStatus(socket, deadlineNanos);
            if (status.matches("HTTP/1\\.[01] 200")) {
                return new Finding.Healthy();
            }
            return new Finding.Unhealthy("answered \"" + status + "\"");
        } catch (SocketTimeoutException e) {
            return new Finding.Unhealthy("did not answer within " + limit.toMillis() + " ms");
        } catch (IOException e) {
            return new Finding.Unhealthy("did not take the connection (" + e.getMessage() + ")");
        }
    }

    private static String readStatus(Socket socket, long deadlineNanos) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] status = new byte[STATUS_LENGTH];
        int length = 0;
        while (length < status.length) {
            // Anew for each read: a server that sends a byte now and then is not waited for any longer.
            socket.setSoTimeout(millisUntil(deadlineNanos));
            int read = in.read(status, length, status.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return new String(status, 0, length, US_ASCII);
    }

    private static int millisUntil(long deadlineNanos) throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
