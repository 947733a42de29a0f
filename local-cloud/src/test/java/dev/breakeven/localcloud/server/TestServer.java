package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Listens on the port that is its argument; answers {@code /health} with 200 and anything else with its {@code PORT}. */
final class TestServer {

    private TestServer() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = String.valueOf(System.getenv("PORT")).getBytes(UTF_8);
                exchange.sendResponseHeaders(
                        exchange.getRequestURI().getPath().equals("/health") ? 200 : 404, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }
}
