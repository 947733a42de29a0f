package dev.breakeven.comparison.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Of this program, as reports name it. */
final class Version {

    private Version() {}

    static String of(CommandSpec command) {
        return command.root().version()[0].replace("breakeven ", "");
    }
}
