package dev.breakeven.comparison.validation;

import java.util.Locale;

/** Something that is wrong with the model on purpose, to see that the check finds it. */
public enum Fault {
    NONE("nothing"),
    SERVICE_TIME("a service time 30 % too long"),
    KEEP_ALIVE("a quarter of the keep-alive"),
    INSTANCE_MISSING("one instance too few");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** What is planted. */
    public String words() {
        return words;
    }

    /** By which it is asked for. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
