package dev.breakeven.comparison.measurement;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How the service behaved one way, as a function or as a server, at one share of the CPU.
 *
 * @param processors the share: so many processors; {@link #UNLIMITED} where there was no limit
 * @param starts from the spawn of the process until it asks for its first event, or answers its first health check
 * @param memoryBytesPeak the most that the process held resident
 * @param notes what was noticed on the way, a sentence each
 */
public record HostMeasurement(
        double processors,
        List<Duration> starts,
        List<RouteMeasurement> routes,
        long memoryBytesPeak,
        List<String> notes) {

    public static final double UNLIMITED = Double.POSITIVE_INFINITY;

    public HostMeasurement {
        starts = List.copyOf(starts);
        routes = List.copyOf(routes);
        notes = List.copyOf(notes);
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

    /** The same on processors that take so many times as long: for starts, first calls and all others. */
    public HostMeasurement slower(double factor) {
        return new HostMeasurement(
                processors,
                starts.stream().map(start -> times(factor, start)).toList(),
                routes.stream().map(route -> route.slower(factor)).toList(),
                memoryBytesPeak,
                notes);
    }

    static Duration times(double factor, Duration duration) {
        return Duration.ofNanos(Math.round(factor * duration.toNanos()));
    }

    /** The same with each route replaced. */
    public HostMeasurement with(UnaryOperator<RouteMeasurement> change) {
        return new HostMeasurement(
                processors, starts, routes.stream().map(change).toList(), memoryBytesPeak, notes);
    }
}
