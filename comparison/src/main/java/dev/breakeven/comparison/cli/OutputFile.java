package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Where a result goes: a file, which appears whole or not at all, or standard output for {@code -}. */
record OutputFile(String name) {

    boolean isStandardOutput() {
        return name.equals("-");
    }

    /** Refuses what cannot be written to. */
    void check() throws BadInputException {
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
        // Not a temporary file of Java's, which nobody else may read: a report is for others.
        Path half = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(half, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
