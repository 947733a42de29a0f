package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.service.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** What calls to a warm process say of a route. */
public final class WarmCalls {

    private WarmCalls() {}

    /**
     * Fits what was seen.
     *
     * @param seen calls by payload size, in rising order of the sizes
     * @return without a warm-up
     */
    public static RouteMeasurement measurement(
            Sample sample, List<FirstCall> firstCalls, SequencedMap<Long, List<ServedCall>> seen) {
        List<CpuTimes.Call> calls = new ArrayList<>();
        List<Long> waits = new ArrayList<>();
        List<PayloadMeasurement> payloads = new ArrayList<>();
        seen.forEach((size, ofSize) -> {
            long usual = usualWaitNanos(ofSize);
            for (ServedCall call : ofSize) {
                calls.add(new CpuTimes.Call(size, call.cpu().toNanos()));
                waits.add(call.throttled() ? usual : call.waitNanos());
            }
            payloads.add(payload(size, ofSize, usual));
        });
        CpuTimes cpu = CpuTimes.fit(calls);
        long[] waitsByRatio = IntStream.range(0, calls.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> cpu.ratio(calls.get(i))))
                .mapToLong(waits::get)
                .toArray();
        long answerBytes = payloads.stream()
                .filter(payload -> payload.payloadBytes() == sample.typicalSize())
                .mapToLong(PayloadMeasurement::responseBytes)
                .findFirst()
                .orElseThrow();
        return new RouteMeasurement(
                sample.route(), firstCalls, WarmUp.NONE, cpu, new Waits(waitsByRatio), answerBytes, payloads);
    }

    /** The median of calls that were not throttled, which is no part of a wait; of the others there is no telling. */
    private static long usualWaitNanos(List<ServedCall> seen) {
        long[] waits = seen.stream()
                .filter(call -> !call.throttled())
                .mapToLong(ServedCall::waitNanos)
                .sorted()
                .toArray();
        return waits.length == 0 ? 0 : waits[waits.length / 2];
    }

    private static PayloadMeasurement payload(long size, List<ServedCall> seen, long usualWaitNanos) {
        return new PayloadMeasurement(
                size,
                seen.size(),
                Quantiles.of(
                        seen.stream().mapToDouble(call -> call.cpu().toNanos()).toArray()),
                Quantiles.of(seen.stream()
                        .mapToDouble(call -> (double) (call.throttled() ? usualWaitNanos : call.waitNanos()))
                        .toArray()),
                Quantiles.of(
                        seen.stream().mapToDouble(call -> call.wall().toNanos()).toArray()),
                seen.getLast().answerBytes(),
                MedianInterval.of(
                        seen.stream().mapToDouble(call -> call.wall().toNanos()).toArray()));
    }
}
