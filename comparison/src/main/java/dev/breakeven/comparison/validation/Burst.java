package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.simulation.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One crowd on one kind of hosting, from the measurement to the observation. What was measured goes on running meanwhile, so that
 * it can be asked again afterwards.
 */
interface Burst extends AutoCloseable {

    /** On what, such as {@code functions}. */
    String deployment();

    /** In words: shares, rates and time scale. */
    String world();

    Measurements measured();

    /** How long the crowd comes. */
    Duration lasts();

    /** What can be wrong with the model of this hosting on purpose. */
    List<Fault> faults();

    /** What the model says, with something wrong or nothing. */
    Outcome predict(Fault fault, long seed);

    /** The crowd itself. */
    Observed run(long seed) throws IOException, InterruptedException;

    /** The median CPU nanoseconds of a request, now, in what was measured. */
    double cpuNanosMedian() throws IOException, InterruptedException;

    @Override
    void close();
}
