package dev.breakeven.localcloud.function;

import java.util.function.LongSupplier;

/** Tokens that come at a steady rate, and are kept up to a number; the bucket begins full. */
public final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perNano;
    private final int burst;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filledNanos;

    public TokenBucket(double perSecond, int burst, LongSupplier nanoClock) {
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.nanoClock = nanoClock;
        this.tokens = burst;
        this.filledNanos = nanoClock.getAsLong();
    }

    /** Takes a token, if there is one. */
    public synchronized boolean take() {
        long now = nanoClock.getAsLong();
        tokens = Math.min(burst, tokens + (now - filledNanos) * perNano);
        filledNanos = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
