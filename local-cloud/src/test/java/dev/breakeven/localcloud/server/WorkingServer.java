package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * Listens on the port that is its argument. {@code /health} is answered at once, {@code /pid} with the process's number,
 * {@code /bytes/N} with so many of them, {@code /spin/MS} after so much CPU time, and {@code /sleep/MS} after so long a wait.
 */
final class WorkingServer {

    private WorkingServer() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 1_000);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = answer(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private static byte[] answer(String path) throws IOException {
        long argument = Long.parseLong("0" + path.replaceAll("[^0-9]", ""));
        if (path.startsWith("/pid")) {
            return Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII);
        }
        if (path.startsWith("/bytes/")) {
            return new byte[(int) argument];
        }
        if (path.startsWith("/spin/")) {
            long end = System.nanoTime() + argument * 1_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        } else if (path.startsWith("/sleep/")) {
            try {
                Thread.sleep(argument);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return "ok".getBytes(US_ASCII);
    }
}
