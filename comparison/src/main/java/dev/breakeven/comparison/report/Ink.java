package dev.breakeven.comparison.report;

import java.util.stream.Collectors;

/** How lines stand out on a screen. */
public enum Ink {
    /** They do not. */
    PLAIN,
    /** By the control sequences of ECMA-48, which terminals know. */
    TERMINAL;

    private static final String END = "\u001b[0m";

    String strong(String lines) {
        return each("\u001b[1m", lines);
    }

    String faint(String lines) {
        return each("\u001b[2m", lines);
    }

    /** Line by line, so that a pager that shows some of them shows them right. */
    private String each(String begin, String lines) {
        return this == PLAIN
                ? lines
                : lines.lines()
                        .map(line -> line.isEmpty() ? line : begin + line + END)
                        .collect(Collectors.joining("\n"));
    }
}
