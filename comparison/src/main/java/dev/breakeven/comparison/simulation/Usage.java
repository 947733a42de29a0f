package dev.breakeven.comparison.simulation;

/** What was consumed, as the provider meters it. */
public sealed interface Usage {

    /** Bytes sent to the internet. */
    long bytesOut();

    /**
     * Of a Lambda function behind a REST API.
     *
     * @param billedMillis the sum over all calls of each call's time, rounded up to 1 ms, init included
     * @param logBytes what the platform wrote into the log for all calls
     */
    record OfFunctions(
            long requests, long billedMillis, int memoryMegabytes, String architecture, long bytesOut, long logBytes)
            implements Usage {}

    /**
     * Of EC2 instances that run all the time.
     *
     * @param diskGigabytes per instance
     */
    record OfServers(String instanceType, int instances, int diskGigabytes, long bytesOut) implements Usage {}
}
