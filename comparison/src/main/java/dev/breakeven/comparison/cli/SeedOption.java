package dev.breakeven.comparison.cli;

import picocli.CommandLine.Option;

/** What chance is drawn from. */
final class SeedOption {

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same requests (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    long value() {
        return seed;
    }
}
