package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.HostMeasurement;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A workload on functions. A request takes an idle environment or starts one (init, then a slower first call); what it takes
 * is its CPU time at the environment's share of a processor, and the time it waits without one. Each call is billed as
 * the rules of the price list's day have it: init included or not, rounded up to a millisecond or to 100. Left out so far: the growth limit of 1,000 environments in 10 s, and that
 * calls which are shorter than a scheduling period partly escape their share.
 */
final class FunctionSimulation {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Workload workload;
    private final Deployment.Functions deployment;
    private final MeteringRules rules;
    private final RequestStream requests;
    private final MeasuredKinds kinds;
    private final long[] initNanos;
    private final FunctionPool pool;
    private final RandomGenerator scaling;
    private final RandomGenerator front;
    private final Tally tally;

    private long coldStarts;
    private long billedMillis;
    private long calls;
    private long bytesOut;

    FunctionSimulation(
            Workload workload,
            Deployment.Functions deployment,
            HostMeasurement measured,
            MeteringRules rules,
            long seed) {
        this.workload = workload;
        this.deployment = deployment;
        this.rules = rules;
        this.requests = workload.requests(seed);
        this.kinds = Simulation.kinds(workload, measured);
        this.initNanos = measured.starts().stream().mapToLong(Duration::toNanos).toArray();
        this.scaling = RequestStream.generator(seed, "scaling");
        this.front = RequestStream.generator(seed, "front");
        this.pool = new FunctionPool(deployment.keepAlive(), deployment.concurrency(), scaling);
        this.tally = new Tally(workload.clientTimeout().toNanos());
    }

    Outcome run() {
        long lastNanos = workload.duration().toNanos();
        while (requests.next()) {
            lastNanos = Math.max(lastNanos, request());
        }
        pool.close(lastNanos);
        return new Outcome(
                requests.count(),
                tally.failed(),
                tally.latencyMicros(),
                coldStarts,
                pool.peak(),
                pool.existingNanos() / lastNanos,
                pool.busyNanos() / lastNanos,
                requests.busiestSecond(),
                new Consumption.OfFunctions(
                        calls,
                        billedMillis,
                        deployment.memoryMegabytes(),
                        deployment.architecture(),
                        bytesOut,
                        FunctionLog.bytes(calls, coldStarts)));
    }

    /** Serves the request under the cursor and returns when its environment is free again. */
    private long request() {
        long arrival = requests.arrivalNanos();
        long frontNanos = (long) deployment.frontLatency().sample(front);
        bytesOut += deployment.frontHeadBytes();
        FunctionPool.Found found = pool.take(arrival);
        if (found == FunctionPool.Found.NOTHING) {
            tally.failed(Failure.THROTTLED);
            return arrival;
        }
        long busyNanos = (long) (kinds.cpuNanos(requests) / deployment.cpuShare()) + kinds.waitNanos(requests);
        long initNanosNow = 0;
        if (found == FunctionPool.Found.COLD) {
            coldStarts++;
            initNanosNow = initNanos[scaling.nextInt(initNanos.length)];
            busyNanos += initNanosNow + kinds.firstCallExtraNanos(requests, scaling);
        }
        long untilNanos = arrival + busyNanos;
        pool.occupy(arrival, untilNanos);
        calls++;
        billedMillis += rules.billedNanos(rules.initBilled() ? busyNanos : busyNanos - initNanosNow) / NANOS_PER_MILLI;
        if (busyNanos > deployment.timeout().toNanos()) {
            tally.failed(Failure.TIMEOUT);
        } else {
            bytesOut += kinds.responseBytes(requests);
            tally.answered(busyNanos + frontNanos);
        }
        return untilNanos;
    }
}
