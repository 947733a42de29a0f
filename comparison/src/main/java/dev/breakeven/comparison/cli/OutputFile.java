package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where a result goes: a file, which appears whole or not at all, or standard output for {@code -}. */
record OutputFile(String name) {

    /** What {@code --json} named, refused if it cannot be written to before the work is done; nothing if it was not given. */
    static @Nullable OutputFile checked(@Nullable String name) throws BadInputException {
        if (name == null) {
            return null;
        }
        OutputFile file = new OutputFile(name);
        file.check();
        return file;
    }

    /** Writes a document where it was asked for, and the text unless the document has taken its place. */
    static void write(@Nullable OutputFile file, byte[] document, PrintWriter out, String text) throws IOException {
        if (file != null) {
            file.write(document);
        }
        if (file == null || !file.isStandardOutput()) {
            out.print(text);
            out.flush();
        }
    }

    boolean isStandardOutput() {
        return name.equals("-");
    }

    private void check() throws BadInputException {
        if (!isStandardOutput()) {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.resolveSibling("");
            if (Files.isDirectory(file)
                    || !Files.isDirectory(folder)
                    || !Files.isWritable(Files.exists(file) ? file : folder)) {
                throw new BadInputException(
                        name
                                + " cannot be written; a file in a folder that exists and is yours can, or - for standard output.");
            }
        }
    }

    /** Writes a document whole. */
    void write(byte[] content) throws IOException {
        if (isStandardOutput()) {
            System.out.write(content);
            System.out.println();
            System.out.flush();
            return;
        }
        Path file = Path.of(name).toAbsolutePath();
        Path half = Files.createTempFile(file.resolveSibling(""), "." + file.getFileName(), ".part");
        try {
            Files.write(half, content);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
