package dev.breakeven.comparison.cli;

import picocli.CommandLine.Option;

/** The region of the provider. */
final class RegionOption {

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Whose prices (default: ${DEFAULT-VALUE}).",
            defaultValue = "us-east-1")
    private String region = "";

    String name() {
        return region;
    }
}
