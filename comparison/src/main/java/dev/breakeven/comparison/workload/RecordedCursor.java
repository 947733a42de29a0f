package dev.breakeven.comparison.workload;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** The arrivals of {@link Recorded}. */
final class RecordedCursor extends ArrivalCursor {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final RecordedRequests requests;
    private final double factor;
    private final long endNanos;
    private final RandomGenerator random;
    private final ByteBuffer buffer;

    private long number;
    private long following;
    private boolean over;
    private long copies;
    private double copyNanos;
    private double untilNanos;

    RecordedCursor(Recorded recorded, long endNanos, RandomGenerator random) {
        this.requests = recorded.requests();
        this.factor = recorded.factor();
        this.endNanos = endNanos;
        this.random = random;
        this.buffer = requests.buffer();
        readFollowing();
    }

    @Override
    long nextNanos() {
        if (copies > 0) {
            // The least of so many times that are uniform in what is left.
            copyNanos += (untilNanos - copyNanos) * (1 - Math.pow(random.nextDouble(), 1.0 / copies));
            copies--;
            return before((long) copyNanos);
        }
        while (!over) {
            long nanos = RecordedRequests.nanos(following);
            kind = RecordedRequests.kind(following);
            readFollowing();
            long times = factor == 1 ? 1 : (long) (factor + random.nextDouble());
            if (times > 0) {
                copies = times - 1;
                copyNanos = nanos;
                untilNanos = Math.min(
                        (double) nanos + NANOS_PER_SECOND, over ? Double.MAX_VALUE : RecordedRequests.nanos(following));
                return before(nanos);
            }
        }
        return NEVER;
    }

    @Override
    void skipTo(long nanos) {
        number = requests.countBefore(nanos);
        buffer.position(buffer.limit());
        readFollowing();
    }

    private long before(long nanos) {
        if (nanos < endNanos) {
            return nanos;
        }
        over = true;
        copies = 0;
        return NEVER;
    }

    private void readFollowing() {
        if (!buffer.hasRemaining()) {
            requests.read(number, buffer);
        }
        over = !buffer.hasRemaining();
        if (!over) {
            following = buffer.getLong();
            number++;
        }
    }
}
