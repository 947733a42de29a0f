package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.CreditTerms;

/**
 * The CPU credits of one instance, as the EC2 User Guide tells: earned all the time, saved up to a day's earnings, spent by the
 * minute of a processor. In unlimited mode what is spent beyond the balance is a surplus that later earnings pay down; what goes
 * beyond a day's earnings is charged. In standard mode a balance below zero is a debt of a moment, until the processors are
 * limited to what is earned.
 */
final class CpuCredits {

    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final double NANOS_PER_CREDIT = 6e10;

    private final CreditTerms terms;
    private long now;
    private double workNanos;
    private double balance;
    private double surplus;
    private double charged;

    CpuCredits(CreditTerms terms, long nowNanos) {
        this.terms = terms;
        this.now = nowNanos;
        this.balance = terms.atLaunch();
    }

    CreditTerms terms() {
        return terms;
    }

    double balance() {
        return balance;
    }

    /** Spent and neither earned nor charged yet. */
    double surplus() {
        return surplus;
    }

    /** Credits that are to be paid for. */
    double charged() {
        return charged;
    }

    /** What is to be paid for when the instance ends: a surplus then cannot be earned any more. */
    double chargedAtEnd() {
        return charged + surplus;
    }

    /**
     * Accounts for the time since the last call.
     *
     * @param workNanosTotal CPU time that the instance has given out since its launch
     */
    void account(long nowNanos, double workNanosTotal) {
        double net =
                (nowNanos - now) / NANOS_PER_HOUR * terms.perHour() - (workNanosTotal - workNanos) / NANOS_PER_CREDIT;
        now = nowNanos;
        workNanos = workNanosTotal;
        double paidDown = Math.clamp(net, 0, surplus);
        surplus -= paidDown;
        balance = Math.min(terms.balanceMax(), balance + net - paidDown);
        if (terms.unlimited() && balance < 0) {
            surplus -= balance;
            balance = 0;
            charged += Math.max(0, surplus - terms.balanceMax());
            surplus = Math.min(surplus, terms.balanceMax());
        }
    }

    /** Whether the instance has to make do with what it earns. */
    boolean isExhausted() {
        return !terms.unlimited() && balance <= 0;
    }

    /** The soonest that the balance can be used up by so many processors, in nanoseconds from the last account. */
    double nanosToExhaustion(int processors) {
        double perNano = processors / NANOS_PER_CREDIT - terms.perHour() / NANOS_PER_HOUR;
        return perNano <= 0 ? Double.POSITIVE_INFINITY : balance / perNano;
    }
}
