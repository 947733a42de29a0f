package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.ServiceFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a service file to begin with. */
@Command(name = "init", description = "Write a commented service file, for --service.", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to, if there is none yet (default: ${DEFAULT-VALUE}).",
            defaultValue = "service.yaml")
    private String file = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        new OutputFile(file).check();
        try {
            Files.write(Path.of(file), ServiceFile.template(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new BadInputException(
                    file + " is there already, and is left as it is; init takes a new file.", there);
        }
        requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("Wrote " + file + ". Once it fits your service: ./breakeven compare --service " + file);
        return ExitStatus.DONE.code();
    }
}
