package dev.breakeven.comparison.measurement;

import java.util.Arrays;
import java.util.List;

/**
 * CPU time of a request as a function of its payload: a straight line, and how far off it the calls were. The line is fitted
 * for the smallest relative error, so that small payloads count as much as large ones; what it misses is kept as ratios and
 * drawn from, so that the tails stay.
 *
 * @param nanosFixed CPU nanoseconds of an empty payload
 * @param ratios observed over fitted, in rising order
 */
@SuppressWarnings("ArrayRecordComponent") // Read in the simulator's loop, never handed out.
public record CpuTimes(double nanosFixed, double nanosPerByte, double[] ratios) {

    /** One call as it was seen. */
    public record Call(long payloadBytes, long cpuNanos) {}

    public static CpuTimes fit(List<Call> calls) {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        double[] line = line(calls);
        CpuTimes fitted = new CpuTimes(line[0], line[1], new double[] {1});
        double[] ratios = calls.stream().mapToDouble(fitted::ratio).sorted().toArray();
        return new CpuTimes(line[0], line[1], ratios);
    }

    /** How many times what the line says a call took. */
    double ratio(Call call) {
        return call.cpuNanos() / (nanosFixed + nanosPerByte * call.payloadBytes());
    }

    /**
     * The CPU time of one request.
     *
     * @param draw from 0 to 1, how heavy this request is among its like
     */
    public double nanos(double payloadBytes, double draw) {
        return (nanosFixed + nanosPerByte * payloadBytes) * ratios[(int) (draw * ratios.length)];
    }

    /** The same, with every request taking so many times as long. */
    public CpuTimes times(double factor) {
        return new CpuTimes(nanosFixed * factor, nanosPerByte * factor, ratios);
    }

    /** The mean CPU time of requests with such a payload. */
    public double nanosAtMean(double payloadBytes) {
        return (nanosFixed + nanosPerByte * payloadBytes) * meanRatio();
    }

    /** The mean of the ratios, by which the requests together differ from the line. */
    public double meanRatio() {
        return Arrays.stream(ratios).average().orElseThrow();
    }

    /** The middle one of the ratios, by which a typical request differs from the line. */
    public double medianRatio() {
        return ratios[ratios.length / 2];
    }

    /** Least squares of relative errors; a line that would fall or start below zero is held level or at zero. */
    private static double[] line(List<Call> calls) {
        double w = 0;
        double wx = 0;
        double wxx = 0;
        double wy = 0;
        double wxy = 0;
        for (Call call : calls) {
            double x = call.payloadBytes();
            double y = Math.max(1, call.cpuNanos());
            double weight = 1 / (y * y);
            w += weight;
            wx += weight * x;
            wxx += weight * x * x;
            wy += weight * y;
            wxy += weight * x * y;
        }
        double determinant = w * wxx - wx * wx;
        boolean sloped = determinant > 1e-9 * w * wxx;
        double slope = sloped ? (w * wxy - wx * wy) / determinant : 0;
        double start = sloped ? (wy - slope * wx) / w : median(calls);
        if (slope < 0) {
            return new double[] {wy / w, 0};
        }
        return start < 0 ? new double[] {0, wxy / wxx} : new double[] {start, slope};
    }

    private static double median(List<Call> calls) {
        double[] cpu = calls.stream().mapToDouble(Call::cpuNanos).toArray();
        Arrays.sort(cpu);
        return Math.max(1, cpu[cpu.length / 2]);
    }
}
