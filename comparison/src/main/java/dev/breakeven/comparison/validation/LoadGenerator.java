package dev.breakeven.comparison.validation;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Calls a service as a workload says: an open model, in which each request is sent when it is due, whatever became of those before
 * it. Latency counts from when it was due, so that a sender who is late does not hide what callers would have seen.
 */
final class LoadGenerator implements AutoCloseable {

    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;
    private static final long NANOS_PER_MICRO = 1_000;

    /** Parking is late by about as much; the rest is waited for awake. */
    private static final long AWAKE_NANOS = 150_000;

    private final HttpClient client;
    private final URI target;

    /** Requests, made beforehand, by their kind. */
    private final Map<Integer, HttpRequest> requests = new HashMap<>();

    LoadGenerator(URI target, List<Sample> samples, List<Long> payloads, Duration timeout) {
        this.target = target;
        this.client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int kind = 0; kind < samples.size(); kind++) {
            requests.put(kind, request(samples.get(kind), payloads.get(kind), timeout));
        }
    }

    /**
     * What callers saw.
     *
     * @param latencyMicros of those that were answered well, in the order of their answers
     * @param failed every other one
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, and read.
    record Seen(long[] latencyMicros, long failed, Duration took) {

        long requests() {
            return latencyMicros.length + failed;
        }
    }

    private HttpRequest request(Sample sample, long payload, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(sample.path()))
                .timeout(timeout)
                .method(
                        sample.method(),
                        HttpRequest.BodyPublishers.ofByteArray(sample.body().bytes(payload)));
        sample.headers().forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    /** Sends all of a workload's requests, and returns when the last is over. */
    Seen send(Workload workload, long seed) throws InterruptedException {
        return send(workload, seed, 0);
    }

    /**
     * Sends requests of a workload that has some of the kinds.
     *
     * @param firstKind of them
     */
    Seen send(Workload workload, long seed, int firstKind) throws InterruptedException {
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        RequestStream stream = workload.requests(seed);
        long began = System.nanoTime();
        while (stream.next()) {
            long due = began + stream.arrivalNanos();
            await(due);
            HttpRequest request = requireNonNull(requests.get(firstKind + stream.kind()));
            calls.add(client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .handle((response, failure) -> latency(due, response, failure)));
        }
        return seen(calls, began);
    }

    /** Sends so many requests, the next one when the one before is over and a pause has passed. */
    Seen sendOneByOne(int count, int kind, Duration pause) throws InterruptedException {
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = System.nanoTime();
            HttpRequest request = requireNonNull(requests.get(kind));
            CompletableFuture<Long> call = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .handle((response, failure) -> latency(due, response, failure));
            call.join();
            calls.add(call);
            await(System.nanoTime() + pause.toNanos());
        }
        return seen(calls, began);
    }

    private static Seen seen(List<CompletableFuture<Long>> calls, long began) {
        long[] latencies = calls.stream()
                .mapToLong(CompletableFuture::join)
                .filter(nanos -> nanos >= 0)
                .map(nanos -> nanos / NANOS_PER_MICRO)
                .toArray();
        return new Seen(latencies, calls.size() - latencies.length, Duration.ofNanos(System.nanoTime() - began));
    }

    /** From when it was due; below zero if it was not answered well. */
    private static long latency(long due, @Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        long nanos = System.nanoTime() - due;
        boolean ok = failure == null
                && response != null
                && response.statusCode() >= OK_MIN
                && response.statusCode() <= OK_MAX;
        return ok ? nanos : -1;
    }

    private static void await(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (left > AWAKE_NANOS) {
                LockSupport.parkNanos(left - AWAKE_NANOS);
            } else {
                Thread.onSpinWait();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
