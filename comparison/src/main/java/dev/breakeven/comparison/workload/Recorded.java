package dev.breakeven.comparison.workload;

import java.time.Duration;

/**
 * The requests of a log, as they came, from the first one's time on. Below a factor of 1 each is kept by chance; above, each is
 * repeated as often as the factor says, the part that is left by chance, and the repetitions fall at random between it
 * and the next one, within a second. So the rhythm of the log stays and no more calls coincide than did.
 */
public final class Recorded implements Arrivals {

    private final RecordedRequests requests;
    private final double factor;

    Recorded(RecordedRequests requests, double factor) {
        this.requests = requests;
        this.factor = factor;
    }

    RecordedRequests requests() {
        return requests;
    }

    double factor() {
        return factor;
    }

    @Override
    public Recorded scaled(double times) {
        return new Recorded(requests, factor * times);
    }

    @Override
    public double expectedRequests(Duration duration) {
        return factor * requests.countBefore(duration.toNanos());
    }
}
