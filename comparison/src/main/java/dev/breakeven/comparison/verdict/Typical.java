package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.workload.RequestStream;
import java.util.List;
import java.util.Optional;

/** What the first requests of a question ask for on average, which says what a multiple comes to. */
public record Typical(double payloadBytes, double cpuMillis) {

    private static final int REQUESTS = 10_000;

    public static Typical of(Question question, long seed) {
        HostMeasurement host = host(question).orElseThrow();
        List<String> routes = question.workload().mix().kinds().stream()
                .map(kind -> kind.route())
                .toList();
        RequestStream requests = question.workload().requests(seed);
        double bytes = 0;
        double nanos = 0;
        int count = 0;
        while (count < REQUESTS && requests.next()) {
            bytes += requests.payloadBytes();
            nanos += host.route(routes.get(requests.kind())).cpu().nanos(requests.payloadBytes(), requests.draw());
            count++;
        }
        return new Typical(bytes / Math.max(1, count), nanos / 1e6 / Math.max(1, count));
    }

    private static Optional<HostMeasurement> host(Question question) {
        return switch (question.deployment()) {
            case Deployment.Functions functions -> question.measured().function();
            case Deployment.Servers servers ->
                servers.hosting().runsFunctions()
                        ? question.measured().function()
                        : question.measured().server();
        };
    }
}
