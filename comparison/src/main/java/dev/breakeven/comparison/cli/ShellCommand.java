package dev.breakeven.comparison.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down a command for a shell to run again. */
final class ShellCommand {

    private ShellCommand() {}

    static String of(String subcommand, List<String> arguments) {
        return Stream.concat(
                        Stream.of("breakeven", subcommand), arguments.stream().map(ShellCommand::quoted))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:,=%@+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
