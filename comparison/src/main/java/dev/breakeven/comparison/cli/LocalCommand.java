package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs one way of hosting on this machine, with real processes. */
@Command(
        name = "local",
        description = "Run functions or servers on this machine, as real processes behind a front.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LocalFunctionsCommand.class, LocalServersCommand.class})
final class LocalCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(requireNonNull(spec).commandLine(), "What is to be run?");
    }
}
