package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.MissingPriceException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The {@code breakeven} command. */
@CommandLine.Command(
        name = "breakeven",
        description = "Functions or servers: what will each cost, what will users feel, and will it hold?",
        mixinStandardHelpOptions = true,
        version = "breakeven 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CompareCommand.class,
            ServeCommand.class,
            DiffCommand.class,
            BreakEvenCommand.class,
            SweepCommand.class,
            HeadroomCommand.class,
            BillCommand.class,
            PricesCommand.class,
            SimulateCommand.class,
            LocalCommand.class,
            InitCommand.class,
            MeasureCommand.class,
            ValidateCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::misspelt)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    private static int misspelt(CommandLine.ParameterException misspelt, String[] arguments) {
        CommandLine command = misspelt.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("breakeven: " + misspelt.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(misspelt, err)) {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitStatus.BAD_INPUT.code();
    }

    private static int failed(Exception failure, CommandLine command) {
        command.getErr().println("breakeven: " + message(failure));
        return (failure instanceof BadInputException || failure instanceof MissingPriceException
                        ? ExitStatus.BAD_INPUT
                        : ExitStatus.BROKEN)
                .code();
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
