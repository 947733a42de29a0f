package dev.breakeven.comparison.verdict;

import static dev.breakeven.comparison.deployment.Deployment.Functions.MEGABYTES_PER_VCPU;

import dev.breakeven.comparison.price.FreeTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** What a sweep comes to, in sentences. */
public final class SweepVerdict {

    private SweepVerdict() {}

    public static List<String> of(Sweep sweep) {
        List<String> sentences = new ArrayList<>();
        List<Sweep.Best> best = sweep.best();
        best.forEach(each -> sentences.addAll(best(sweep, each)));
        if (!best.isEmpty() && isCostTheSame(sweep) && sweep.terms().freeTier() != FreeTier.NONE) {
            sentences.add("All cost the same, since what differs is free; --free-tier none shows it.");
        }
        failing(sweep, sentences);
        tooSmall(sweep, sentences);
        if (has(sweep, megabytes -> megabytes > MEGABYTES_PER_VCPU)) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Above %,d MB a function has more than one vCPU, of which a request on one thread uses one: it"
                            + " is no faster, and is billed for more memory.",
                    MEGABYTES_PER_VCPU));
        }
        return sentences;
    }

    /** A sentence for each that is the best in something. */
    private static List<String> best(Sweep sweep, Sweep.Best best) {
        Map<Sweep.Point, List<String>> titles = new LinkedHashMap<>();
        titles.computeIfAbsent(best.cheapest(), point -> new ArrayList<>()).add("the cheapest");
        titles.computeIfAbsent(best.fastest(), point -> new ArrayList<>()).add("the fastest");
        titles.computeIfAbsent(best.balanced(), point -> new ArrayList<>()).add("the balanced one");
        String where = best.given().isEmpty() ? "" : "At " + given(sweep, best) + ", ";
        List<String> sentences = new ArrayList<>();
        titles.forEach((point, all) -> sentences.add(where + choice(sweep, point) + " is " + listed(all)
                + ": $" + point.perMillion().setScale(2, RoundingMode.HALF_UP) + " a million requests, "
                + millis(point.meanMillis()) + " on average."));
        return sentences;
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Whatever the choice, under each of what is no choice. */
    private static boolean isCostTheSame(Sweep sweep) {
        Map<List<BigDecimal>, Set<BigDecimal>> costs = sweep.points().stream()
                .collect(Collectors.groupingBy(
                        sweep::given, Collectors.mapping(Sweep.Point::perMillion, Collectors.toSet())));
        return costs.values().stream().allMatch(all -> all.size() == 1);
    }

    private static String given(Sweep sweep, Sweep.Best best) {
        List<String> words = new ArrayList<>();
        for (Axis axis : sweep.axes()) {
            if (!axis.knob().isChoice()) {
                words.add(axis.knob().label() + " "
                        + axis.knob().shown(best.given().get(words.size())));
            }
        }
        return String.join(", ", words);
    }

    /** What was chosen, without what was not to be chosen. */
    private static String choice(Sweep sweep, Sweep.Point point) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < sweep.axes().size(); i++) {
            Knob knob = sweep.axes().get(i).knob();
            if (knob.isChoice()) {
                String value = knob.shown(point.at().get(i));
                words.add(knob == Knob.MEMORY ? value : knob.label() + " " + value);
            }
        }
        return String.join(" with ", words);
    }

    private static void failing(Sweep sweep, List<String> sentences) {
        long failing = sweep.points().stream().filter(point -> !point.holds()).count();
        if (failing == sweep.points().size()) {
            sentences.add("Nothing holds this crowd: more than 0.1 % of the requests fail at every value.");
        } else if (failing > 0) {
            sentences.add("What fails more than 0.1 % of the requests is no choice: " + failing + " of "
                    + sweep.points().size() + ".");
        }
    }

    private static void tooSmall(Sweep sweep, List<String> sentences) {
        List<BigDecimal> small = sweep.axes().stream()
                .filter(axis -> axis.knob() == Knob.MEMORY)
                .flatMap(axis -> axis.values().stream())
                .filter(megabytes -> megabytes.longValueExact() < sweep.megabytesHeld())
                .toList();
        if (!small.isEmpty()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s may be too small, and is left out of the choice: the function's process held %,d MB when it was measured."
                            + " That is the most that it needs, for a smaller heap may do; an environment that needs"
                            + " more than it has is killed.",
                    small.stream().map(Knob.MEMORY::shown).collect(Collectors.joining(" or ")),
                    sweep.megabytesHeld()));
        }
    }

    private static boolean has(Sweep sweep, LongPredicate megabytes) {
        return sweep.axes().stream()
                .filter(axis -> axis.knob() == Knob.MEMORY)
                .flatMap(axis -> axis.values().stream())
                .mapToLong(BigDecimal::longValueExact)
                .anyMatch(megabytes);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }
}
