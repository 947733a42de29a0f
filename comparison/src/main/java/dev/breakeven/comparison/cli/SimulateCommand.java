package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Simulates one way of hosting with every number given on the command line. */
@Command(
        name = "simulate",
        description = "Simulate one way of hosting, with every knob on the command line.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SimulateFunctionsCommand.class, SimulateServersCommand.class})
final class SimulateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(requireNonNull(spec).commandLine(), "What is to be simulated?");
    }
}
