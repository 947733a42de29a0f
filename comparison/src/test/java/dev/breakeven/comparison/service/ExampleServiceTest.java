package dev.breakeven.comparison.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakeven.localcloud.gateway.BinaryMediaTypes;
import dev.breakeven.localcloud.gateway.FrontKind;
import dev.breakeven.localcloud.gateway.HttpHeader;
import dev.breakeven.localcloud.gateway.LocalFunctions;
import dev.breakeven.localcloud.gateway.LocalFunctionsSettings;
import dev.breakeven.localcloud.server.Instance;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The service of {@code docs/example-service}, which is in Python: as a function and as a server it is one service. */
class ExampleServiceTest {

    private static final Path FILE = Path.of("..", "docs", "example-service", "service.yaml");

    /** Where a function looks for it; a server may find it elsewhere. */
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a caller sees of an answer, whoever gave it. */
    private record Seen(int status, String contentType, String body) {}

    @Test
    void both_ways_answer_every_request_alike() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "The example is in Python, and there is no " + PYTHON + " here");
        Service service = ServiceFile.read(FILE.toString(), Path.of(""));
        Service.AsServer server = service.server().orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient();
                LocalFunctions function = start(service.function().orElseThrow());
                Instance instance = Instance.start(server.command(), server.health(), PATIENCE)) {
            List<Seen> byFunction = new ArrayList<>();
            List<Seen> byServer = new ArrayList<>();
            for (HttpRequest.Builder request : requests(service)) {
                URI path = request.build().uri();
                byFunction.add(ask(client, request, function.uri().resolve(path.getRawPath())));
                byServer.add(ask(client, request, instance.baseUri().resolve(path.getRawPath())));
            }
            assertThat(byFunction).isEqualTo(byServer);
            assertThat(byServer).extracting(Seen::status).containsExactly(200, 200, 200, 200, 200, 404, 405);
            assertThat(byServer.getLast())
                    .isEqualTo(new Seen(405, "text/plain; charset=utf-8", "/digest takes POST\n"));
        }
    }

    /** Those of its file in all sizes, one that asks how it is, and two that it refuses. */
    private static List<HttpRequest.Builder> requests(Service service) {
        List<HttpRequest.Builder> requests = new ArrayList<>();
        for (Sample sample : service.samples()) {
            for (long size : sample.body().sizes()) {
                HttpRequest.Builder request =
                        request(sample.method(), sample.path(), sample.body().bytes(size));
                for (HttpHeader header : sample.headers()) {
                    request.header(header.name(), header.value());
                }
                requests.add(request);
            }
        }
        requests.add(request("GET", "/health", new byte[0]));
        requests.add(request("GET", "/nowhere", new byte[0]));
        requests.add(request("PUT", "/digest", "déjà vu".getBytes(UTF_8)));
        return requests;
    }

    private static HttpRequest.Builder request(String method, String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost" + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static Seen ask(HttpClient client, HttpRequest.Builder request, URI uri) throws Exception {
        HttpResponse<String> response =
                client.send(request.copy().uri(uri).build(), HttpResponse.BodyHandlers.ofString());
        return new Seen(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private static LocalFunctions start(Service.AsFunction function) throws Exception {
        LocalFunctionsSettings settings = new LocalFunctionsSettings(
                function.code(),
                FrontKind.REST,
                function.memoryMegabytes(),
                0,
                OptionalInt.of(1),
                Optional.empty(),
                PATIENCE.dividedBy(2),
                BinaryMediaTypes.parse(""),
                OptionalDouble.empty(),
                function.environment(),
                false);
        return LocalFunctions.start(settings, new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }
}
