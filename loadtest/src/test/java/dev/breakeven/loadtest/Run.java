package dev.breakeven.loadtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One injector's run, as its file has it.
 *
 * @param schema {@value #SCHEMA}
 * @param injector which one of how many, as in {@code 1/1}
 * @param began a moment in ISO 8601
 * @param latencies the name of the log beside the file
 * @param unit what capacity is counted in; none where the target is somebody else's affair, and nothing is known of it
 * @param spent by the target; none likewise
 */
record Run(
        String schema,
        String label,
        String injector,
        String simulation,
        String service,
        String workload,
        String began,
        double seconds,
        String latencies,
        @Nullable String unit,
        List<Capacity.At> capacity,
        @Nullable Spent spent) {

    static final String SCHEMA = "crowd-run/1";

    /**
     * What it took to answer.
     *
     * @param timeScale for how many seconds each one stands in the bill
     * @param bill {@code bill/1}
     */
    record Spent(long requests, long coldStarts, int peak, double mean, int timeScale, JsonNode bill) {}

    /** A run that has just ended. */
    static Run of(
            Label label,
            Injector injector,
            String simulation,
            Service service,
            Workload workload,
            Journal seen,
            Target target)
            throws IOException {
        Used used = target.used().orElse(null);
        return new Run(
                SCHEMA,
                label.name(),
                injector.toString(),
                simulation,
                service.name(),
                workload.name(),
                seen.began().toString(),
                Duration.between(seen.began(), Instant.now()).toMillis() / 1e3,
                RunFile.name(seen.file()),
                target.unit().orElse(null),
                used == null ? List.of() : seen.capacities(),
                used == null ? null : Cost.of(used));
    }

    Instant beganAt() {
        return Instant.parse(began);
    }

    Instant endedAt() {
        return beganAt().plusMillis(Math.round(seconds * 1e3));
    }

    /** Whether both are parts of one crowd: the same label, as many injectors, and at the same time. */
    boolean belongsTo(Run other) {
        return label.equals(other.label)
                && Injector.parse(injector).of()
                        == Injector.parse(other.injector).of()
                && beganAt().isBefore(other.endedAt())
                && other.beganAt().isBefore(endedAt());
    }
}
