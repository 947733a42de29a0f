package dev.breakeven.comparison.workload;

import java.time.Duration;

/** When requests arrive: one of the sources that a workload adds up. None of them waits for an answer. */
public sealed interface Arrivals permits RateSteps, Paced, Burst, Recorded, Bunched, Cut {

    /** The same shape with so many times the requests. */
    Arrivals scaled(double factor);

    /** How many requests arrive within a time from the start, on average over all seeds. */
    double expectedRequests(Duration duration);
}
