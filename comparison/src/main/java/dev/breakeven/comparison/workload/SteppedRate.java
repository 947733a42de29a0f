package dev.breakeven.comparison.workload;

/** A rate that is constant within each of many equal steps. */
interface SteppedRate {

    long stepNanos();

    /** Requests expected in a step; the steps are asked for in order, the first is 0. */
    double expected(long step);
}
