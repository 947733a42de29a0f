package dev.breakeven.loadtest;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.gateway.HttpHeader;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The callers of a workload, one request each: as many in each second as the workload's seed gives, evenly within it, and for what it
 * gives in its order. The simulator is asked the same. Of several injectors each makes its share of them.
 */
final class Crowd {

    private static final long SEED = 1;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String KIND = "kind";
    private static final String BODY = "body";
    private static final String BEGAN = "began";

    private final Workload workload;
    private final Service service;
    private final Injector injector;

    /**
     * A crowd.
     *
     * @throws IllegalArgumentException in one sentence, if the injector has nobody to send
     */
    Crowd(Workload workload, Service service, Injector injector) {
        this.workload = workload;
        this.service = service;
        this.injector = injector;
        if (!new Share().next()) {
            throw new IllegalArgumentException("The workload " + workload.name() + " has no requests in "
                    + workload.duration().toSeconds() + " s"
                    + (injector.of() == 1 ? "." : " for injector " + injector + "."));
        }
    }

    /** @param seen is told how long each request took, in nanoseconds, and whether it failed */
    PopulationBuilder population(BiConsumer<Long, Boolean> seen) {
        return scenario(workload.name())
                .exec(feed(requests()))
                .exec(session -> session.set(BEGAN, System.nanoTime()))
                .exec(asking())
                .exec(session -> {
                    seen.accept(System.nanoTime() - session.getLong(BEGAN), session.isFailed());
                    return session;
                })
                .injectOpen(steps().toArray(OpenInjectionStep[]::new));
    }

    /** What the caller's kind of request is; Gatling chooses between no fewer than two. */
    private ChainBuilder asking() {
        List<ChainBuilder> requests = workload.mix().kinds().stream()
                .map(kind -> exec(request(sample(kind))))
                .toList();
        return requests.size() == 1
                ? requests.getFirst()
                : doSwitch("#{" + KIND + "}")
                        .on(IntStream.range(0, requests.size())
                                .mapToObj(kind -> onCase(kind).then(requests.get(kind)))
                                .toList());
    }

    private Sample sample(RequestMix.Kind kind) {
        return service.samples().stream()
                .filter(sample -> sample.route().equals(kind.route()))
                .findFirst()
                .orElseThrow();
    }

    private static HttpRequestActionBuilder request(Sample sample) {
        HttpRequestActionBuilder request = http(sample.route()).httpRequest(sample.method(), sample.path());
        for (HttpHeader header : sample.headers()) {
            request = request.header(header.name(), header.value());
        }
        if (!sample.body().sizes().equals(List.of(0L))) {
            request = request.body(ByteArrayBody(session -> session.get(BODY)));
        }
        return request.check(status().lt(400));
    }

    /** Requests in their order, whoever of the callers takes them. */
    private Iterator<Map<String, Object>> requests() {
        Share share = new Share();
        RequestStream stream = share.stream;
        List<Bodies> bodies = workload.mix().kinds().stream()
                .map(kind -> new Bodies(sample(kind).body()))
                .toList();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Map<String, Object> next() {
                if (!share.next()) {
                    throw new NoSuchElementException("There are more callers than requests");
                }
                return Map.of(
                        KIND, stream.kind(), BODY, bodies.get(stream.kind()).closest(stream.payloadBytes()));
            }
        };
    }

    private List<OpenInjectionStep> steps() {
        List<OpenInjectionStep> steps = new ArrayList<>();
        Share share = new Share();
        boolean more = share.next();
        long idle = 0;
        for (long second = 1; more; second++) {
            int arrivals = 0;
            while (more && share.stream.arrivalNanos() < second * NANOS_PER_SECOND) {
                arrivals++;
                more = share.next();
            }
            if (arrivals == 0) {
                idle++;
                continue;
            }
            if (idle > 0) {
                steps.add(nothingFor(idle));
                idle = 0;
            }
            steps.add(rampUsers(arrivals).during(1));
        }
        return steps;
    }

    /** This injector's requests among all. */
    private final class Share {

        private final RequestStream stream = workload.requests(SEED);
        private long passed;

        boolean next() {
            while (stream.next()) {
                if (injector.makes(passed++)) {
                    return true;
                }
            }
            return false;
        }
    }
}
