package dev.breakeven.localcloud.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final TokenBucket bucket = new TokenBucket(2, 3, nanos::get);

    @Test
    void itBeginsFull() {
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void itFillsAllTheTime() {
        taken();
        nanos.addAndGet(SECOND / 4);
        assertThat(taken()).isZero();
        nanos.addAndGet(SECOND / 4);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void itHoldsNoMoreThanItHolds() {
        taken();
        nanos.addAndGet(100 * SECOND);
        assertThat(taken()).isEqualTo(3);
    }

    private int taken() {
        int taken = 0;
        while (bucket.take()) {
            taken++;
        }
        return taken;
    }
}
