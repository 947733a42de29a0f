package dev.breakeven.comparison.simulation;

/** An allowance that is refilled continuously and holds only so much: what is not used beyond that is not saved. */
final class TokenBucket {

    /** One that never runs dry. */
    static final TokenBucket ENDLESS = new TokenBucket(0, Double.POSITIVE_INFINITY);

    private final double tokensPerNano;
    private final double tokensMax;
    private double tokens;
    private long filledNanos;

    /** Full at first. */
    TokenBucket(double tokensPerNano, double tokensMax) {
        this.tokensPerNano = tokensPerNano;
        this.tokensMax = tokensMax;
        this.tokens = tokensMax;
    }

    /** Takes a token if there is a whole one; time must not go back. */
    boolean take(long nowNanos) {
        tokens = Math.min(tokensMax, tokens + (nowNanos - filledNanos) * tokensPerNano);
        filledNanos = nowNanos;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
