package dev.breakeven.comparison.measurement;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How the service behaved one way: as a function or as a server.
 *
 * @param starts from the spawn of the process until it asks for its first event, or answers its first health check
 * @param memoryBytesPeak the most that the process held resident
 */
public record HostMeasurement(List<Duration> starts, List<RouteMeasurement> routes, long memoryBytesPeak) {

    public HostMeasurement {
        starts = List.copyOf(starts);
        routes = List.copyOf(routes);
    }

    /** The same with each route replaced. */
    public HostMeasurement with(UnaryOperator<RouteMeasurement> change) {
        return new HostMeasurement(starts, routes.stream().map(change).toList(), memoryBytesPeak);
    }

    /**
     * What was measured of a route.
     *
     * @throws IllegalArgumentException naming the routes that were measured, if this is none of them
     */
    public RouteMeasurement route(String route) {
        return routes.stream()
                .filter(measured -> measured.route().equals(route))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The route '" + route + "' was not measured; "
                        + String.join(
                                ", ",
                                routes.stream().map(RouteMeasurement::route).toList()) + " were."));
    }
}
