package dev.breakeven.comparison.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file and those that it names lie: a folder of the user's, or one packaged with us. */
@FunctionalInterface
public interface Folder {

    byte[] read(String name) throws BadInputException;

    static Folder of(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new BadInputException(file + " cannot be read: is it there, and a file?", e);
            }
        };
    }

    /** Resources below the root package, for example {@code workloads}. */
    static Folder packaged(String folder) {
        return name -> {
            String resource = "/dev/breakeven/comparison/" + folder + "/" + name;
            try (InputStream in = Folder.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new BadInputException("There is no " + name + " among our " + folder + ".");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new BadInputException(resource + " cannot be read: " + e.getMessage(), e);
            }
        };
    }
}
