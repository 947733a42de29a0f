package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.progress.SharedProgress;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs a sweep, one point to a core. What comes of it does not depend on how many there are. */
public final class Sweeping {

    private static final int POINTS_MAX = 100_000;

    private final Question question;
    private final List<Axis> axes;
    private final Trial trial;

    public Sweeping(Question question, List<Axis> axes, Trial trial) {
        this.question = question;
        this.axes = List.copyOf(axes);
        this.trial = trial;
    }

    /**
     * Looks before anything is measured whether a sweep can be.
     *
     * @throws IllegalArgumentException if the deployment has no such knob, or cannot be so
     */
    public static void check(Workload workload, Deployment deployment, List<Axis> axes) {
        long points = axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
        if (points > POINTS_MAX) {
            throw new IllegalArgumentException(points + " runs are too many; up to " + POINTS_MAX + " are accepted.");
        }
        if (axes.stream().map(Axis::knob).distinct().count() < axes.size()) {
            throw new IllegalArgumentException("each knob is turned once, by all its values in one list.");
        }
        Question asked = Question.unmeasured(workload, deployment);
        for (Axis axis : axes) {
            axis.values().forEach(value -> axis.knob().turned(asked, value));
        }
    }

    /** Every combination of values, the first axis's changing fastest. */
    private List<List<BigDecimal>> grid() {
        List<List<BigDecimal>> grid = List.of(List.of());
        for (Axis axis : axes) {
            List<List<BigDecimal>> longer = new ArrayList<>();
            for (BigDecimal value : axis.values()) {
                for (List<BigDecimal> shorter : grid) {
                    List<BigDecimal> at = new ArrayList<>(shorter);
                    at.add(value);
                    longer.add(at);
                }
            }
            grid = longer;
        }
        return grid;
    }

    private Question at(List<BigDecimal> values) {
        Question turned = question;
        for (int i = 0; i < axes.size(); i++) {
            turned = axes.get(i).knob().turned(turned, values.get(i));
        }
        return turned;
    }

    /** What comes of one combination. */
    public Sweep.Point point(List<BigDecimal> at) {
        return point(at, Progress.SILENT);
    }

    private Sweep.Point point(List<BigDecimal> at, Progress progress) {
        return Sweep.Point.of(at, trial.run(at(at), progress));
    }

    /**
     * Runs what is not known yet.
     *
     * @param known points of the same sweep, by their values
     * @param found is told of each new point as soon as it is there, one at a time
     */
    public Sweep run(Map<List<BigDecimal>, Sweep.Point> known, Consumer<Sweep.Point> found, Progress progress) {
        progress.begin("sweeping");
        List<List<BigDecimal>> grid = grid();
        List<List<BigDecimal>> missing =
                grid.stream().filter(at -> !known.containsKey(at)).toList();
        SharedProgress shared = new SharedProgress(progress, missing.size());
        Map<List<BigDecimal>, Sweep.Point> all = new ConcurrentHashMap<>(known);
        IntStream.range(0, missing.size()).parallel().forEach(i -> {
            Sweep.Point point = point(missing.get(i), shared.piece(i));
            synchronized (found) {
                found.accept(point);
            }
            all.put(point.at(), point);
        });
        List<Sweep.Point> points = grid.stream().map(all::get).toList();
        return new Sweep(question, trial.terms(), trial.seed(), axes, points);
    }
}
