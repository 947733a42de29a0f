package dev.breakeven.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.breakeven.core.Handler;
import dev.breakeven.core.HandlerContract;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Query;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, asked over a socket by the JDK's own client. */
class ServerAdapterTest extends HandlerContract {

    private static final Handler SERVICE = Service.onServer();

    private static volatile Handler handler = SERVICE;
    private static JavalinServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        server = JavalinServer.start(new ServerSettings("127.0.0.1", 0), request -> handler.handle(request));
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Override
    protected Handler service() {
        return SERVICE;
    }

    @Override
    protected boolean tinySiteIsBare() {
        return true;
    }

    @Override
    protected Response send(Handler under, Request request) throws Exception {
        handler = under;
        HttpRequest.Builder asked = HttpRequest.newBuilder(
                        URI.create(server.url() + request.path() + queryString(request.query())))
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().all().forEach(header -> asked.header(header.name(), header.value()));
        HttpResponse<byte[]> answered = client.send(asked.build(), BodyHandlers.ofByteArray());
        List<Headers.Header> headers = new ArrayList<>();
        answered.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Headers.Header(name, value))));
        return new Response(answered.statusCode(), new Headers(headers), answered.body());
    }

    private static String queryString(Query query) {
        return query.parameters().entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(joining("&", query.parameters().isEmpty() ? "" : "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
