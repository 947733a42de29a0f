package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;

/**
 * A workload on one server, which is up and warm from the start. Requests share its processors; a request runs on one at a
 * time. Left out so far: a bounded queue and thread pool, and CPU credits.
 */
final class ServerSimulation {

    private final Workload workload;
    private final Deployment.SingleServer deployment;
    private final RequestStream requests;
    private final MeasuredKinds kinds;
    private final Tally tally;
    private final ProcessorSharing processors;

    private long lastNanos;
    private long bytesOut;

    ServerSimulation(Workload workload, Deployment.SingleServer deployment, HostMeasurement measured, long seed) {
        this.workload = workload;
        this.deployment = deployment;
        this.requests = workload.requests(seed);
        this.kinds = Simulation.kinds(workload, measured);
        this.tally = new Tally(workload.clientTimeout().toNanos());
        this.processors = new ProcessorSharing(deployment.vcpus(), this::ended);
    }

    Outcome run() {
        lastNanos = workload.duration().toNanos();
        while (requests.next()) {
            processors.arrive(requests.arrivalNanos(), kinds.cpuNanos(requests), kinds.waitNanos(requests));
            bytesOut += kinds.responseBytes(requests);
        }
        processors.drain();
        return new Outcome(
                requests.count(),
                tally.failed(),
                tally.latencyMicros(),
                0,
                1,
                1,
                processors.workNanos() / lastNanos / deployment.vcpus(),
                requests.busiestSecond(),
                new Consumption.OfServers(deployment.instanceType(), 1, deployment.diskGigabytes(), bytesOut));
    }

    private void ended(long arrivalNanos, long nowNanos, long waitNanos) {
        lastNanos = Math.max(lastNanos, nowNanos);
        tally.answered(nowNanos - arrivalNanos + waitNanos);
    }
}
