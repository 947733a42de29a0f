package dev.breakeven.comparison.quantity;

import java.util.Locale;

/** The processors that a function or a task runs on, which have prices of their own. */
public enum Architecture {
    X86_64,
    ARM64;

    /**
     * Reads AWS's word for it.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static Architecture parse(String text) {
        for (Architecture architecture : values()) {
            if (architecture.toString().equals(text)) {
                return architecture;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no architecture; x86_64 and arm64 are.");
    }

    /** AWS's word for it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
