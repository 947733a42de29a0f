package dev.breakeven.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command-line program that gives an answer which owes nothing to our code. A machine may lack it: the tests that ask it are
 * then skipped, and one line says how to get it.
 *
 * @param name of the program, and of the Debian package that has it
 */
public record ReferenceTool(String name) {

    /** Skips what follows, all of a class at once when called before all of it. Surefire shows no reasons, so this one is printed. */
    public void require() {
        boolean installed = isInstalled();
        String reason = "Skipped, for want of " + name + ": apt-get install " + name;
        if (!installed) {
            System.out.println(reason);
        }
        assumeTrue(installed, reason);
    }

    /** What the tool writes for this input, both by the standard streams; a file is behind the input, for zopfli seeks. */
    public byte[] run(byte[] input, String... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile(name, ".in");
        try {
            Files.write(file, input);
            List<String> command =
                    Stream.concat(Stream.of(name), Stream.of(arguments)).toList();
            Process process = new ProcessBuilder(command)
                    .redirectInput(file.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " ended with " + status);
            }
            return output;
        } finally {
            Files.delete(file);
        }
    }

    private boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
