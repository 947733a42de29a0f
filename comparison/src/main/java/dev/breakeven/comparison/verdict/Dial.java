package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A knob that stands at one of a few stops.
 *
 * @param stops in the order in which they are passed; nothing for one that leaves everything as it is where that is not one value
 * @param asItIs the stop at which nothing is turned
 */
public record Dial(Knob knob, List<Optional<BigDecimal>> stops, int asItIs) {

    private static final List<Integer> MEGABYTES = List.of(512, 1_024, 1_769, 3_008);
    private static final List<Integer> PATIENCE_SECONDS = List.of(1, 5);

    public Dial {
        stops = List.copyOf(stops);
    }

    /** What can be turned of these deployments under this workload. */
    static List<Dial> of(Workload workload, List<Deployment> deployments, boolean hasPayload) {
        List<Dial> dials = new ArrayList<>();
        dials.add(around(Knob.BURSTINESS, BigDecimal.ONE, "4", "16", "60"));
        if (hasPayload) {
            dials.add(around(Knob.PAYLOAD, BigDecimal.ONE, "0.25", "4"));
        }
        List<Integer> memories = deployments.stream()
                .filter(Deployment.Functions.class::isInstance)
                .map(deployment -> ((Deployment.Functions) deployment).memoryMegabytes())
                .distinct()
                .toList();
        if (!memories.isEmpty()) {
            dials.add(memory(memories));
        }
        dials.add(around(
                Knob.PATIENCE,
                BigDecimal.valueOf(workload.clientTimeout().toMillis()),
                PATIENCE_SECONDS.stream()
                        .map(seconds ->
                                Long.toString(Duration.ofSeconds(seconds).toMillis()))
                        .toArray(String[]::new)));
        return dials;
    }

    /** Whether it makes a difference to a deployment. */
    boolean turns(Deployment deployment) {
        return knob != Knob.MEMORY || deployment instanceof Deployment.Functions;
    }

    /** A stop as people read it. */
    public String shown(int stop) {
        return stops.get(stop).map(knob::shown).orElse("as deployed");
    }

    private static Dial memory(List<Integer> deployed) {
        String[] megabytes = MEGABYTES.stream().map(String::valueOf).toArray(String[]::new);
        if (deployed.size() == 1) {
            return around(Knob.MEMORY, BigDecimal.valueOf(deployed.getFirst()), megabytes);
        }
        List<Optional<BigDecimal>> stops = new ArrayList<>(List.of(Optional.empty()));
        Stream.of(megabytes).map(BigDecimal::new).map(Optional::of).forEach(stops::add);
        return new Dial(Knob.MEMORY, stops, 0);
    }

    private static Dial around(Knob knob, BigDecimal asItIs, String... others) {
        TreeSet<BigDecimal> values = new TreeSet<>(List.of(asItIs));
        Stream.of(others).map(BigDecimal::new).forEach(values::add);
        return new Dial(
                knob,
                values.stream().map(Optional::of).toList(),
                values.headSet(asItIs).size());
    }
}
