package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.HealthChecks;

/** What a balancer thinks of one server, and the check that is under way. Whoever comes to serve has passed a check. */
final class Health {

    private static final long NONE = -1;

    private final HealthChecks terms;
    private boolean healthy = true;
    private int against;
    private long sentNanos = NONE;
    private long nextCheckNanos;

    Health(HealthChecks terms) {
        this.terms = terms;
    }

    boolean isHealthy() {
        return healthy;
    }

    /** Whether an unhealthy server is replaced. */
    boolean isReplaced() {
        return terms.replaces();
    }

    void send(long nowNanos) {
        sentNanos = nowNanos;
        nextCheckNanos = nowNanos + terms.interval().toNanos();
    }

    /** When the next check is to be sent. */
    long nextCheckNanos() {
        return nextCheckNanos;
    }

    /** Whether a check is not answered yet. */
    boolean isWaiting() {
        return sentNanos != NONE;
    }

    /** Takes an answer to the check that was sent then, which counts unless it was given up; says whether health changes. */
    boolean answered(long sentNanos) {
        return this.sentNanos == sentNanos && found(true);
    }

    /** Takes it that the check is refused or was not answered in time; says whether health changes. */
    boolean failed() {
        return found(false);
    }

    /** Findings against what is thought count only while they follow one another. */
    private boolean found(boolean well) {
        sentNanos = NONE;
        against = well == healthy ? 0 : against + 1;
        if (against < (well ? terms.healthy() : terms.unhealthy())) {
            return false;
        }
        against = 0;
        healthy = well;
        return true;
    }
}
