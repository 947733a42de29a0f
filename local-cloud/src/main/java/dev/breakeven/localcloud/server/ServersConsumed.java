package dev.breakeven.localcloud.server;

import java.time.Duration;

/**
 * What a run of local servers has consumed so far.
 *
 * @param elapsed in real time
 * @param instanceTime summed over all instances, from the decision to launch one until it has ended, as modelled: real time
 *     multiplied by the time scale
 * @param meanInstances over the time elapsed, which no time scale changes
 * @param peakInstances that served at once
 * @param requests that arrived
 * @param failedRequests that no server answered, or not to the end
 * @param bytesIn in the bodies of requests
 * @param bytesOut in the servers' answers, heads and framing included
 */
public record ServersConsumed(
        Duration elapsed,
        Duration instanceTime,
        double meanInstances,
        int peakInstances,
        long requests,
        long failedRequests,
        long bytesIn,
        long bytesOut) {}
