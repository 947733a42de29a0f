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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls a service as a workload says: an open model, in which each request is sent when it is due, whatever became of those before
 * it. Latency counts from when it was due, so that a sender who is late does not hide what callers would have seen.
 */
final class LoadGenerator implements AutoCloseable {

    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LATE_QUANTILE = 0.99;

    /** Parking is late by about as much; the rest is waited for awake. */
    private static final long AWAKE_NANOS = 150_000;

    private final HttpClient client;
    private final URI target;

    /** Requests, made beforehand, by their kind. */
    private final Map<Integer, HttpRequest> requests = new HashMap<>();

    /**
     * A caller of a service.
     *
     * @param samples one for each kind of request, with one payload each
     * @param timeout for how long it waits for an answer
     */
    LoadGenerator(URI target, List<Sample> samples, Duration timeout) {
        this.target = target;
        this.client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int kind = 0; kind < samples.size(); kind++) {
            requests.put(kind, request(samples.get(kind), timeout));
        }
    }

    /**
     * What callers saw, in the order in which they called.
     *
     * @param kinds of the requests
     * @param latencyNanos below zero for one that was not answered well
     * @param lateNanos from when they were due until they were sent
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, and read.
    record Seen(int[] kinds, long[] latencyNanos, long[] lateNanos) {

        long requests() {
            return kinds.length;
        }

        long failed() {
            return requests() - latencyMicros().length;
        }

        /** Of those that were answered well. */
        long[] latencyMicros() {
            return Arrays.stream(latencyNanos)
                    .filter(nanos -> nanos >= 0)
                    .map(nanos -> nanos / NANOS_PER_MICRO)
                    .toArray();
        }

        /** So much or more for one in a hundred. */
        double lateMillis() {
            long[] sorted = lateNanos.clone();
            Arrays.sort(sorted);
            return sorted[(int) (LATE_QUANTILE * sorted.length)] / NANOS_PER_MILLI;
        }

        /** Of those that were answered well. */
        int[] kindsAnswered() {
            return IntStream.range(0, kinds.length)
                    .filter(i -> latencyNanos[i] >= 0)
                    .map(i -> kinds[i])
                    .toArray();
        }
    }

    private HttpRequest request(Sample sample, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(sample.path()))
                .timeout(timeout)
                .method(
                        sample.method(),
                        HttpRequest.BodyPublishers.ofByteArray(sample.body().bytes(sample.typicalSize())));
        sample.headers().forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    /** Sends all of a workload's requests, and returns when the last is over. */
    Seen send(Workload workload, long seed) throws InterruptedException {
        List<Sent> sent = new ArrayList<>();
        RequestStream stream = workload.requests(seed);
        long began = System.nanoTime();
        while (stream.next()) {
            long due = began + stream.arrivalNanos();
            await(due);
            sent.add(send(stream.kind(), due));
        }
        return seen(sent);
    }

    /** Sends so many requests, the next one when the one before is over and a pause has passed. */
    Seen sendOneByOne(int count, IntSupplier kinds, Duration pause) throws InterruptedException {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sent call = send(kinds.getAsInt(), System.nanoTime());
            call.latencyNanos().join();
            sent.add(call);
            await(System.nanoTime() + pause.toNanos());
        }
        return seen(sent);
    }

    private record Sent(int kind, CompletableFuture<Long> latencyNanos, long lateNanos) {}

    private Sent send(int kind, long due) {
        long lateNanos = System.nanoTime() - due;
        HttpRequest request = requireNonNull(requests.get(kind));
        return new Sent(
                kind,
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .handle((response, failure) -> latency(due, response, failure)),
                lateNanos);
    }

    private static Seen seen(List<Sent> sent) {
        return new Seen(
                sent.stream().mapToInt(Sent::kind).toArray(),
                sent.stream().mapToLong(each -> each.latencyNanos().join()).toArray(),
                sent.stream().mapToLong(Sent::lateNanos).toArray());
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

    /** Until a time of {@link System#nanoTime}, awake at the end. */
    static void await(long due) throws InterruptedException {
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
