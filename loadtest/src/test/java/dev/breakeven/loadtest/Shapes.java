package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.RateSteps;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Crowds by how many there are in each second. */
final class Shapes {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Parts of a burst: hardly anybody, a steep rise, a plateau, and a slow decay. */
    private static final double IDLE = 0.15;

    private static final double ONSET = 0.2;
    private static final double PLATEAU = 0.35;

    /** The idle site has a twentieth of the peak. */
    private static final double IDLE_SHARE = 0.05;

    private Shapes() {}

    static Workload burst(Service service, int peak, int seconds) {
        return of("burst", service, seconds, second -> peak * burstShare((second + 0.5) / seconds));
    }

    static Workload steady(String name, Service service, int perSecond, int seconds) {
        return of(name, service, seconds, second -> perSecond);
    }

    private static double burstShare(double part) {
        double height = part < IDLE
                ? 0
                : part < IDLE + ONSET ? (part - IDLE) / ONSET : Math.min(1, (1 - part) / (1 - IDLE - ONSET - PLATEAU));
        return IDLE_SHARE + (1 - IDLE_SHARE) * height;
    }

    @FunctionalInterface
    private interface Rate {
        double in(int second);
    }

    private static Workload of(String name, Service service, int seconds, Rate rate) {
        double[] expected = IntStream.range(0, seconds).mapToDouble(rate::in).toArray();
        return new Workload(
                name,
                Duration.ofSeconds(seconds),
                List.of(new RateSteps(NANOS_PER_SECOND, expected, false)),
                service.mix(),
                PATIENCE,
                List.of());
    }
}
