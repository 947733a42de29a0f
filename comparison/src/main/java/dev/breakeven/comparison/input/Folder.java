package dev.breakeven.comparison.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file and those that it names lie: a folder of the user's, or one packaged with us. */
@FunctionalInterface
public interface Folder {

    /** For files of any length. */
    InputStream open(String name) throws BadInputException;

    /** For files that fit into memory. */
    default byte[] read(String name) throws BadInputException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BadInputException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Folder of(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            try {
                if (!Files.isDirectory(file)) {
                    return Files.newInputStream(file);
                }
            } catch (IOException e) {
                throw new BadInputException(file + " cannot be read: is it there, and a file?", e);
            }
            throw new BadInputException(file + " cannot be read: it is a folder, and a file is accepted.");
        };
    }

    /** Resources below the root package, for example {@code workloads}. */
    static Folder packaged(String folder) {
        return name -> {
            InputStream in = Folder.class.getResourceAsStream("/dev/breakeven/comparison/" + folder + "/" + name);
            if (in == null) {
                throw new BadInputException("There is no " + name + " among our " + folder + ".");
            }
            return in;
        };
    }
}
