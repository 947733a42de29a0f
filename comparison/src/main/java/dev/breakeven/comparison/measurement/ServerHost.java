package dev.breakeven.comparison.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.process.Confinement;
import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.server.Instance;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The service as a server: one process, asked over a kept connection. */
final class ServerHost implements Host {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    private final Instance instance;
    private final HttpClient client;
    private long cpuNanosBefore;

    private ServerHost(Instance instance, HttpClient client) {
        this.instance = instance;
        this.client = client;
        this.cpuNanosBefore = instance.startCpuTime().toNanos();
    }

    /** @param share of the CPU, from the start on; all there is if empty */
    static Host start(Service.AsServer server, Optional<CpuShare> share) throws IOException, InterruptedException {
        Confinement confinement = new Confinement(ControlGroups.ofThisMachine(), share);
        Instance instance = Instance.start(server.command(), server.health(), START_LIMIT, confinement);
        return new ServerHost(
                instance,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    @Override
    public Duration start() {
        return instance.startDuration();
    }

    @Override
    public Answered call(Sample sample, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(instance.baseUri().resolve(sample.path()))
                .timeout(CALL_LIMIT)
                .method(sample.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        sample.headers().forEach(header -> request.header(header.name(), header.value()));
        HttpRequest built = request.build();
        long before = System.nanoTime();
        HttpResponse<byte[]> response = client.send(built, HttpResponse.BodyHandlers.ofByteArray());
        Duration wall = Duration.ofNanos(System.nanoTime() - before);
        return new Answered(wall, response.statusCode(), bytes(response), shown(response.body()));
    }

    @Override
    public Duration takeCpu() throws IOException {
        long cpuNanos = instance.cpuTime().toNanos();
        Duration used = Duration.ofNanos(cpuNanos - cpuNanosBefore);
        cpuNanosBefore = cpuNanos;
        return used;
    }

    private static long bytes(HttpResponse<byte[]> response) {
        long headBytes = response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> HeadBytes.line(header.getKey(), value)))
                .mapToLong(length -> length)
                .sum();
        return HeadBytes.STATUS_LINE + headBytes + response.body().length;
    }

    private static String shown(byte[] body) {
        return new String(Arrays.copyOf(body, Math.min(body.length, Answered.ANSWER_SHOWN)), UTF_8);
    }

    @Override
    public long throttledPeriods() throws IOException {
        return instance.throttledPeriods();
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
