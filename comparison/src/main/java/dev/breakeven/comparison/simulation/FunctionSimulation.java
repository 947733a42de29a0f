package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * A workload on functions. A request passes the front's bucket and the function's rate, then takes an idle environment or
 * starts one (init, then a slower first call). An environment goes on when nobody waits any more, and is billed for it; the
 * function's own timeout ends the call and the environment. Each call is billed as the rules of the price list's day have it: init
 * included or not, rounded up to a millisecond or to 100. Left out: retries of callers, and a limit on init.
 */
final class FunctionSimulation {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int REQUESTS_BETWEEN_REPORTS = 1 << 20;

    private final Workload workload;
    private final Deployment.Functions deployment;
    private final MeteringRules rules;
    private final RequestStream requests;
    private final CallTimes times;
    private final FunctionPool pool;
    private final FrontDoor front;
    private final RequestsPerSecond rateLimit;
    private final double answerBytesMax;
    private final long functionTimeoutNanos;
    private final Tally tally;

    private long coldStarts;
    private long billedNanos;
    private long bytesOut;
    private long lastNanos;

    FunctionSimulation(
            Workload workload, Deployment.Functions deployment, CallTimes times, MeteringRules rules, long seed) {
        this.workload = workload;
        this.deployment = deployment;
        this.rules = rules;
        this.times = times;
        this.requests = workload.requests(seed);
        this.front = new FrontDoor(deployment.front(), true, deployment.frontLatency(), seed);
        this.answerBytesMax = deployment.front().bodyBytesMax();
        this.functionTimeoutNanos = deployment.functionTimeout().toNanos();
        this.rateLimit = Limits.ofRequests(deployment.scaling());
        this.pool = new FunctionPool(deployment.scaling(), RequestStream.generator(seed, "scaling"));
        this.tally = new Tally(
                workload.clientTimeout().toNanos(), deployment.timeout().toNanos());
    }

    Outcome run(Progress progress) {
        return run(progress, Timeline.Recorder.NONE);
    }

    /** @param recorder takes latencies away from the outcome, if it looks at all */
    Outcome run(Progress progress, Timeline.Recorder recorder) {
        double durationNanos = workload.duration().toNanos();
        lastNanos = workload.duration().toNanos();
        while (serve(REQUESTS_BETWEEN_REPORTS, recorder)) {
            progress.done(requests.arrivalNanos() / durationNanos);
        }
        while (recorder.isDue(workload.duration().toNanos())) {
            recorder.look(tally, requests.count(), coldStarts, pool.takeBusyMost());
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
                        deployment.front(),
                        front.requests(),
                        front.bodySteps(),
                        billedNanos / NANOS_PER_MILLI,
                        deployment.memoryMegabytes(),
                        deployment.architecture(),
                        front.bytesIn(),
                        bytesOut + deployment.frontHeadBytes() * requests.count(),
                        FunctionLog.bytes(front.requests(), coldStarts)));
    }

    /** Serves the next so many requests; false when there are no more. */
    private boolean serve(int count, Timeline.Recorder recorder) {
        for (int i = 0; i < count; i++) {
            if (!requests.next()) {
                return false;
            }
            while (recorder.isDue(requests.arrivalNanos())) {
                recorder.look(tally, requests.count() - 1, coldStarts, pool.takeBusyMost());
            }
            serve();
        }
        return true;
    }

    /** Serves the request under the cursor. */
    private void serve() {
        long arrival = requests.arrivalNanos();
        @Nullable Failure refusal = front.refusal(arrival, requests.payloadBytes());
        if (refusal != null) {
            tally.failed(refusal);
        } else if (!rateLimit.take(arrival)) {
            tally.failed(Failure.RATE_THROTTLED);
        } else {
            switch (pool.take(arrival)) {
                case WARM -> call(arrival, times.warmNanos(requests, pool.taken()), 0);
                case COLD -> {
                    coldStarts++;
                    long busyNanos = times.coldNanos(requests, pool.taken());
                    call(arrival, busyNanos, times.initNanos());
                }
                case AT_CONCURRENCY -> tally.failed(Failure.CONCURRENCY_THROTTLED);
                case AT_GROWTH -> tally.failed(Failure.GROWTH_THROTTLED);
            }
        }
    }

    private void call(long arrival, long neededNanos, long initNanos) {
        boolean tooLong = neededNanos - initNanos > functionTimeoutNanos;
        long busyNanos = tooLong ? initNanos + functionTimeoutNanos : neededNanos;
        long untilNanos = arrival + busyNanos;
        pool.occupy(arrival, untilNanos, !tooLong);
        lastNanos = Math.max(lastNanos, untilNanos);
        front.handsOn(requests.payloadBytes());
        billedNanos += rules.billedNanos(rules.initBilled() ? busyNanos : busyNanos - initNanos);
        long latencyNanos = busyNanos + front.latencyNanos();
        long answerBytes = times.responseBytes(requests);
        if (tooLong) {
            tally.failed(latencyNanos, Failure.FUNCTION_TIMEOUT);
        } else if (answerBytes > answerBytesMax) {
            tally.failed(latencyNanos, Failure.ANSWER_TOO_LARGE);
        } else if (tally.answered(latencyNanos)) {
            bytesOut += answerBytes;
        }
    }
}
