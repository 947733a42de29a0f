package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.server.Instance;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The service as a server: one process, asked over a kept connection. */
final class ServerHost implements Host {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    private final Instance instance;
    private final HttpClient client;

    private ServerHost(Instance instance, HttpClient client) {
        this.instance = instance;
        this.client = client;
    }

    static Host start(Service.AsServer server) throws IOException, InterruptedException {
        Instance instance = Instance.start(server.command(), server.health(), START_LIMIT);
        return new ServerHost(
                instance,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    @Override
    public Duration start() {
        return instance.startDuration();
    }

    @Override
    public Call call(Sample sample, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(instance.baseUri().resolve(sample.path()))
                .timeout(CALL_LIMIT)
                .method(sample.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        sample.headers().forEach(header -> request.header(header.name(), header.value()));
        long cpuBefore = instance.cpuTime().toNanos();
        long before = System.nanoTime();
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Duration wall = Duration.ofNanos(System.nanoTime() - before);
        Duration cpu = Duration.ofNanos(instance.cpuTime().toNanos() - cpuBefore);
        long headBytes = response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> HeadBytes.line(header.getKey(), value)))
                .mapToLong(length -> length)
                .sum();
        return new Call(wall, cpu, response.statusCode(), HeadBytes.STATUS_LINE + headBytes + response.body().length);
    }

    @Override
    public long memoryBytesPeak() {
        return instance.peakMemoryBytes().orElse(0);
    }

    @Override
    public void close() {
        client.close();
        instance.close();
    }
}
