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
import java.util.stream.IntStream;

/**
 * The callers of a workload, one request each: as many in each second as the workload's seed gives, evenly within it, and for what it
 * gives in its order. The simulator is asked the same.
 */
final class Crowd {

    private static final long SEED = 1;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String KIND = "kind";
    private static final String BODY = "body";

    private final Workload workload;
    private final Service service;

    /**
     * A crowd.
     *
     * @throws IllegalArgumentException in one sentence, if it is empty
     */
    Crowd(Workload workload, Service service) {
        this.workload = workload;
        this.service = service;
        if (!workload.requests(SEED).next()) {
            throw new IllegalArgumentException("The workload " + workload.name() + " has no requests in "
                    + workload.duration().toSeconds() + " s.");
        }
    }

    PopulationBuilder population() {
        return scenario(workload.name())
                .exec(feed(requests()), asking())
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
        RequestStream stream = workload.requests(SEED);
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
                if (!stream.next()) {
                    throw new NoSuchElementException("There are more callers than requests");
                }
                return Map.of(
                        KIND, stream.kind(), BODY, bodies.get(stream.kind()).closest(stream.payloadBytes()));
            }
        };
    }

    private List<OpenInjectionStep> steps() {
        List<OpenInjectionStep> steps = new ArrayList<>();
        RequestStream stream = workload.requests(SEED);
        boolean more = stream.next();
        long idle = 0;
        for (long second = 1; more; second++) {
            int arrivals = 0;
            while (more && stream.arrivalNanos() < second * NANOS_PER_SECOND) {
                arrivals++;
                more = stream.next();
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
}
