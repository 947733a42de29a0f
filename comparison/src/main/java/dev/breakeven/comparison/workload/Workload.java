package dev.breakeven.comparison.workload;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls, when, and with what: an open model, in which nobody waits for an answer before the next one calls.
 *
 * @param arrivals sources that add up
 * @param clientTimeout how long a caller waits for an answer
 * @param notes what was noticed when the workload was read and made ready, for the report
 */
public record Workload(
        String name,
        Duration duration,
        List<Arrivals> arrivals,
        RequestMix mix,
        Duration clientTimeout,
        List<String> notes) {

    private static final Duration BUSIEST_STEP = Duration.ofHours(1);

    public Workload {
        arrivals = List.copyOf(arrivals);
        notes = List.copyOf(notes);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "A workload lasts longer than " + duration.toSeconds() + " s; 'duration' takes more than that.");
        }
        if (clientTimeout.isNegative() || clientTimeout.isZero()) {
            throw new IllegalArgumentException("A caller waits longer than " + clientTimeout.toSeconds()
                    + " s; 'client-timeout' takes more than that.");
        }
        if (arrivals.isEmpty()) {
            throw new IllegalArgumentException("A workload needs at least one source of arrivals.");
        }
    }

    /** The same shape with so many times the requests. */
    public Workload scaled(double factor) {
        return new Workload(
                name,
                duration,
                arrivals.stream().map(source -> source.scaled(factor)).toList(),
                mix,
                clientTimeout,
                notes);
    }

    /** The same requests with so many times the payload. */
    public Workload sending(double times) {
        return new Workload(name, duration, arrivals, mix.sending(times), clientTimeout, notes);
    }

    /** The same requests, more of them at a time: those of each hour come within its first so-many-th part. */
    public Workload bunched(double times) {
        return new Workload(
                name,
                duration,
                arrivals.stream()
                        .<Arrivals>map(source -> new Bunched(source, times))
                        .toList(),
                mix,
                clientTimeout,
                notes);
    }

    /** How many requests arrive, on average over all seeds: an estimate before a long run. */
    public double expectedRequests() {
        return expectedRequests(duration);
    }

    private double expectedRequests(Duration within) {
        return arrivals.stream()
                .mapToDouble(source -> source.expectedRequests(within))
                .sum();
    }

    /**
     * The part of so long in which the most requests are expected, beginning at a full hour or at a multiple of a shorter part; all
     * of a workload that is no longer.
     *
     * @param lead how much of the time before it comes along, as far as there is any
     */
    public Workload busiest(Duration part, Duration lead) {
        if (part.compareTo(duration) >= 0) {
            return this;
        }
        Duration step = part.compareTo(BUSIEST_STEP) < 0 ? part : BUSIEST_STEP;
        Duration from = Duration.ZERO;
        double most = -1;
        for (Duration start = Duration.ZERO; start.plus(part).compareTo(duration) <= 0; start = start.plus(step)) {
            double expected = expectedRequests(start.plus(part)) - expectedRequests(start);
            if (expected > most) {
                most = expected;
                from = start;
            }
        }
        Duration before = from.compareTo(lead) < 0 ? from : lead;
        return cut(from.minus(before), part.plus(before));
    }

    private Workload cut(Duration from, Duration part) {
        List<Arrivals> cut = arrivals.stream()
                .map(source -> (Arrivals) new Cut(source, from))
                .toList();
        return new Workload(name, part, cut, mix, clientTimeout, notes);
    }

    /** The same with callers of another patience. */
    public Workload within(Duration patience) {
        return new Workload(name, duration, arrivals, mix, patience, notes);
    }

    /** The same callers asking for something else, which the report says. */
    public Workload asking(RequestMix other) {
        String kinds = other.kinds().stream()
                .map(kind -> kind.route() + " "
                        + BigDecimal.valueOf(kind.weight()).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
        return new Workload(name, duration, arrivals, other, clientTimeout, notes)
                .noting(List.of("What is asked is the service's own, by weight: " + kinds + "."));
    }

    /** The same with more to say in the report. */
    public Workload noting(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new Workload(name, duration, arrivals, mix, clientTimeout, all);
    }

    /** The requests that this seed gives, from the first on; every deployment is asked the same. */
    public RequestStream requests(long seed) {
        return new RequestStream(this, seed);
    }
}
