package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the result goes: as text for people, and as JSON for programs. */
final class JsonOption {

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result there as JSON; - for standard output, and then no text.")
    private @Nullable String json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Refuses a file that cannot be written to, before any work is done. */
    void check() throws BadInputException {
        if (json != null) {
            new OutputFile(json).check();
        }
    }

    boolean isStandardOutput() {
        return json != null && new OutputFile(json).isStandardOutput();
    }

    /** Writes the document where it was asked for, and the text unless the document has taken its place. */
    int write(byte[] document, String text) throws IOException {
        @Nullable OutputFile file = json == null ? null : new OutputFile(json);
        if (file != null) {
            file.write(document);
        }
        if (file == null || !file.isStandardOutput()) {
            PrintWriter out = requireNonNull(command).commandLine().getOut();
            out.print(text);
            out.flush();
        }
        return ExitStatus.DONE.code();
    }
}
