package dev.breakeven.localcloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips classes of these tests as a Java function. */
public final class ClassZip {

    private ClassZip() {}

    /** A zip of that name with the classes at its root. */
    public static Path of(Path directory, String name, Class<?>... classes) throws IOException {
        Path zip = directory.resolve(name + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Class<?> one : List.of(classes)) {
                String entry = one.getName().replace('.', '/') + ".class";
                try (InputStream in = ClassZip.class.getResourceAsStream("/" + entry)) {
                    if (in == null) {
                        throw new IOException(entry + " is not on the class path");
                    }
                    out.putNextEntry(new ZipEntry(entry));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
        }
        return zip;
    }
}
