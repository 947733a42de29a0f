package dev.breakeven.comparison.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run went, period by period. A request counts where its end is decided: on functions when it comes, on servers when it ends;
 * it is counted as arrived when it comes.
 */
public record Timeline(Duration period, List<Part> parts) {

    /**
     * One period.
     *
     * @param p50Millis of what was answered, not a number if nothing was
     * @param capacity of servers how many were in service at its end, of functions how many environments were busy at the most
     */
    public record Part(long arrived, double p50Millis, double p99Millis, long failed, long coldStarts, int capacity) {}

    public Timeline {
        parts = List.copyOf(parts);
    }

    /** So many of its periods. */
    public Timeline part(long from, int count) {
        return new Timeline(period, parts.stream().skip(from).limit(count).toList());
    }

    /** Looks at a run whenever a period is over. The counts it is given are those since the beginning. */
    static final class Recorder {

        /** Never looks. */
        static final Recorder NONE = new Recorder(Duration.ofNanos(Long.MAX_VALUE));

        private final long periodNanos;
        private final List<Part> parts = new ArrayList<>();
        private long nextNanos;
        private long arrivedBefore;
        private long failedBefore;
        private long coldStartsBefore;

        Recorder(Duration period) {
            periodNanos = period.toNanos();
            nextNanos = periodNanos;
        }

        /** Whether a period is over before something happens. */
        boolean isDue(long nanos) {
            return nanos >= nextNanos;
        }

        void look(Tally tally, long arrived, long coldStarts, int capacity) {
            long failed = tally.failures();
            double[] millis = tally.takeMillis(50, 99);
            parts.add(new Part(
                    arrived - arrivedBefore,
                    millis[0],
                    millis[1],
                    failed - failedBefore,
                    coldStarts - coldStartsBefore,
                    capacity));
            arrivedBefore = arrived;
            failedBefore = failed;
            coldStartsBefore = coldStarts;
            nextNanos += periodNanos;
        }

        Timeline timeline() {
            return new Timeline(Duration.ofNanos(periodNanos), parts);
        }
    }
}
