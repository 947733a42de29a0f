package dev.breakeven.comparison.measurement;

import java.util.Locale;

/**
 * How the cloud's processors compare to this machine's.
 *
 * @param cloudOverHere CPU time that a request takes there, over what it takes here
 * @param evidence where that is from
 */
public record Calibration(double cloudOverHere, String evidence) {

    /** What is taken for true while nobody knows better. */
    public static final Calibration NONE = new Calibration(1, Assumption.NO_SOURCE);

    public Calibration {
        if (!(cloudOverHere > 0.01 && cloudOverHere < 100)) {
            throw new IllegalArgumentException(
                    "A processor in the cloud takes between a hundredth and a hundred times as long as"
                            + " one here, not " + cloudOverHere + " times.");
        }
    }

    /** As an input of every comparison. */
    public Assumption assumption() {
        String value = cloudOverHere == 1
                ? "1: a vCPU there does the work of a core here, and a request runs on one at a time"
                : String.format(
                        Locale.ROOT,
                        "%.3f: what takes 1 ms of a core here takes %.3f ms of a vCPU there, and a request runs on one at a time",
                        1 / cloudOverHere,
                        cloudOverHere);
        return new Assumption("vcpu-per-core", value, evidence);
    }
}
