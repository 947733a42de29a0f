package dev.breakeven.localcloud.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips the test functions, in either of the two ways that Lambda accepts. */
final class FunctionZip {

    private static final List<Class<?>> CLASSES = List.of(
            TestFunction.class,
            TestFunction.FailsInInit.class,
            TestFunction.ExitsInInit.class,
            TestFunction.HangsInInit.class);

    private FunctionZip() {}

    static Path withClassesAtRoot(Path directory) throws IOException {
        Path zip = directory.resolve("test-function.zip");
        writeClasses(zip);
        return zip;
    }

    static Path withJarUnderLib(Path directory) throws IOException {
        Path jar = directory.resolve("classes.jar");
        writeClasses(jar);
        Path zip = directory.resolve("test-function-lib.zip");
        try (ZipOutputStream out = open(zip)) {
            out.putNextEntry(new ZipEntry("lib/"));
            write(out, "lib/classes.jar", Files.readAllBytes(jar));
        }
        return zip;
    }

    static Path withEntry(Path directory, String name) throws IOException {
        Path zip = directory.resolve("one-entry.zip");
        try (ZipOutputStream out = open(zip)) {
            write(out, name, new byte[] {1});
        }
        return zip;
    }

    private static void writeClasses(Path zip) throws IOException {
        try (ZipOutputStream out = open(zip)) {
            for (Class<?> one : CLASSES) {
                String name = one.getName().replace('.', '/') + ".class";
                try (InputStream in = FunctionZip.class.getResourceAsStream("/" + name)) {
                    if (in == null) {
                        throw new IOException(name + " is not on the class path");
                    }
                    write(out, name, in.readAllBytes());
                }
            }
        }
    }

    private static ZipOutputStream open(Path zip) throws IOException {
        OutputStream file = Files.newOutputStream(zip);
        return new ZipOutputStream(file);
    }

    private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
