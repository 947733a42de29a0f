package dev.breakeven.comparison.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.function.Answer;
import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import dev.breakeven.localcloud.function.FunctionPool;
import dev.breakeven.localcloud.function.PoolSettings;
import dev.breakeven.localcloud.gateway.CallerRequest;
import dev.breakeven.localcloud.gateway.CallerResponse;
import dev.breakeven.localcloud.gateway.RestApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;

/**
 * The service as a function: one execution environment in a pool, held to its share of the CPU from the first call on and frozen
 * between calls, asked through a REST API's events. Times are those of its REPORT lines.
 */
final class FunctionHost implements Host {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(45);
    private static final long BYTES_PER_MEGABYTE = 1 << 20;

    /** Headers by which API Gateway numbers its answers: what a front adds is an input of the deployment. */
    private static final String ADDED_BY_GATEWAY = "x-amz";

    private static final RestApi API = new RestApi("prod");

    private final FunctionPool pool;
    private final ReportLines reports;
    private Duration start = Duration.ZERO;
    private long cpuNanosBefore;
    private long memoryBytesPeak;

    private FunctionHost(FunctionPool pool, ReportLines reports) {
        this.pool = pool;
        this.reports = reports;
    }

    /** The unpacked function, of which any number of environments can be started. */
    record Unpacked(FunctionPackage function) implements AutoCloseable {

        Host start() throws IOException {
            ReportLines reports = new ReportLines();
            return new FunctionHost(FunctionPool.open(function, PoolSettings.of(1), reports), reports);
        }

        @Override
        public void close() {
            function.close();
        }
    }

    static Unpacked unpack(Service.AsFunction function, int memoryMegabytes) throws IOException {
        return new Unpacked(function.code()
                .open(new FunctionConfiguration(
                        function.code().handlerName(), memoryMegabytes, CALL_LIMIT, function.environment())));
    }

    @Override
    public Duration start() {
        return start;
    }

    @Override
    public Answered call(Sample sample, byte[] body) throws IOException, InterruptedException {
        CallerRequest request = CallerRequest.of(sample.method(), sample.path())
                .withHeaders(sample.headers())
                .withBody(body);
        Answer answer = answer(API.event(request));
        ReportLine report = reports.take(SETTLE_LIMIT);
        CallerResponse response = API.response(request, answer);
        report.init().ifPresent(init -> {
            start = init;
            cpuNanosBefore = pool.initCpuTime().toNanos();
        });
        memoryBytesPeak = report.megabytesUsedMax() * BYTES_PER_MEGABYTE;
        return new Answered(report.duration(), response.status(), bytes(response), shown(response.body()));
    }

    @Override
    public Duration takeCpu() {
        long cpuNanos = pool.cpuTime().toNanos();
        Duration used = Duration.ofNanos(cpuNanos - cpuNanosBefore);
        cpuNanosBefore = cpuNanos;
        return used;
    }

    private Answer answer(byte[] event) throws InterruptedException {
        try {
            return pool.invoke(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long bytes(CallerResponse response) {
        long headBytes = response.headers().stream()
                .filter(header -> !header.name().startsWith(ADDED_BY_GATEWAY))
                .mapToLong(header -> HeadBytes.line(header.name(), header.value()))
                .sum();
        return HeadBytes.STATUS_LINE + headBytes + response.body().length;
    }

    private static String shown(byte[] body) {
        return new String(Arrays.copyOf(body, Math.min(body.length, Answered.ANSWER_SHOWN)), UTF_8);
    }

    @Override
    public long throttledPeriods() {
        return pool.throttledPeriods();
    }

    @Override
    public long memoryBytesPeak() {
        return memoryBytesPeak;
    }

    @Override
    public void close() {
        pool.close();
    }
}
