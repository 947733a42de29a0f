package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.quantity.Distribution;
import java.util.Arrays;
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

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final ArrivalCursor[] sources;
    private final long[] nextNanos;
    private final double[] cumulativeShares;
    private final Distribution[] payloads;
    private final double[] fixedBytes;
    private final RandomGenerator contents;
    private final long drawSeed;

    private long arrivalNanos;
    private int kind;
    private double payloadBytes;
    private long count;
    private long secondEndNanos = NANOS_PER_SECOND;
    private int inSecond;
    private int busiestSecond;

    RequestStream(Workload workload, long seed) {
        long endNanos = workload.duration().toNanos();
        sources = new ArrivalCursor[workload.arrivals().size()];
        nextNanos = new long[sources.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = ArrivalCursor.of(workload.arrivals().get(i), endNanos, generator(seed, "arrivals" + i));
            nextNanos[i] = sources[i].nextNanos();
        }
        cumulativeShares = workload.mix().cumulativeShares();
        payloads = workload.mix().kinds().stream().map(RequestMix.Kind::payload).toArray(Distribution[]::new);
        fixedBytes = Arrays.stream(payloads)
                .mapToDouble(payload -> payload instanceof Distribution.Fixed fixed ? fixed.value() : Double.NaN)
                .toArray();
        contents = generator(seed, "contents");
        drawSeed = generator(seed, "draws").nextLong();
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
        if (arrivalNanos == ArrivalCursor.NEVER) {
            return false;
        }
        int named = sources[first].kind;
        nextNanos[first] = sources[first].nextNanos();
        kind = named == ArrivalCursor.OF_THE_MIX ? kindOfTheMix() : named;
        double bytes = fixedBytes[kind];
        payloadBytes = Double.isNaN(bytes) ? payloads[kind].sample(contents) : bytes;
        count++;
        if (arrivalNanos < secondEndNanos) {
            inSecond++;
        } else {
            beginSecond();
        }
        return true;
    }

    private int kindOfTheMix() {
        if (cumulativeShares.length == 1) {
            return 0;
        }
        double share = contents.nextDouble();
        int drawn = 0;
        while (share >= cumulativeShares[drawn]) {
            drawn++;
        }
        return drawn;
    }

    private void beginSecond() {
        busiestSecond = Math.max(busiestSecond, inSecond);
        inSecond = 1;
        secondEndNanos = (arrivalNanos / NANOS_PER_SECOND + 1) * NANOS_PER_SECOND;
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

    /**
     * From 0 to 1: how heavy this request is among its like, the same on every deployment. It is the output of SplitMix64 at
     * the request's number, so that it costs nothing where nobody asks.
     */
    public double draw() {
        long z = drawSeed + count * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    /** Requests so far. */
    public long count() {
        return count;
    }

    /** The most requests in one second so far. */
    public int busiestSecond() {
        return Math.max(busiestSecond, inSecond);
    }
}
