package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.quantity.Distribution;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A cursor over the requests of a workload, in order of arrival. It moves on in place and allocates nothing: what it says
 * holds until it is moved again.
 */
public final class RequestStream {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus");

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final PoissonArrivals[] sources;
    private final long[] nextNanos;
    private final double[] cumulativeShares;
    private final Distribution[] payloads;
    private final RandomGenerator contents;

    private long arrivalNanos;
    private int kind;
    private double payloadBytes;
    private double draw;
    private long count;
    private long second;
    private int inSecond;
    private int busiestSecond;

    RequestStream(Workload workload, long seed) {
        long endNanos = workload.duration().toNanos();
        sources = new PoissonArrivals[workload.arrivals().size()];
        nextNanos = new long[sources.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new PoissonArrivals(workload.arrivals().get(i), endNanos, generator(seed, "arrivals" + i));
            nextNanos[i] = sources[i].nextNanos();
        }
        cumulativeShares = workload.mix().cumulativeShares();
        payloads = workload.mix().kinds().stream().map(RequestMix.Kind::payload).toArray(Distribution[]::new);
        contents = generator(seed, "contents");
    }

    /** A generator for one concern, so that a draw more in one changes nothing in another. */
    public static RandomGenerator generator(long seed, String concern) {
        return GENERATORS.create(31 * seed + concern.hashCode());
    }

    /** Moves to the next request; false when there is none. */
    public boolean next() {
        int first = 0;
        for (int i = 1; i < nextNanos.length; i++) {
            if (nextNanos[i] < nextNanos[first]) {
                first = i;
            }
        }
        arrivalNanos = nextNanos[first];
        if (arrivalNanos == PoissonArrivals.NEVER) {
            return false;
        }
        nextNanos[first] = sources[first].nextNanos();
        double share = contents.nextDouble();
        kind = 0;
        while (share >= cumulativeShares[kind]) {
            kind++;
        }
        payloadBytes = payloads[kind].sample(contents);
        draw = contents.nextDouble();
        count++;
        watchSecond();
        return true;
    }

    private void watchSecond() {
        long now = arrivalNanos / NANOS_PER_SECOND;
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        busiestSecond = Math.max(busiestSecond, inSecond);
    }

    public long arrivalNanos() {
        return arrivalNanos;
    }

    /** Which of the mix's kinds. */
    public int kind() {
        return kind;
    }

    public double payloadBytes() {
        return payloadBytes;
    }

    /** From 0 to 1: how heavy this request is among its like, the same on every deployment. */
    public double draw() {
        return draw;
    }

    /** Requests so far. */
    public long count() {
        return count;
    }

    /** The most requests in one second so far. */
    public int busiestSecond() {
        return busiestSecond;
    }
}
