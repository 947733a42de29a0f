package dev.breakeven.localcloud.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The bootstraps in the resources, where they may be executed. */
final class Bootstrap {

    private Bootstrap() {}

    static FunctionCode python(Path directory) throws IOException {
        return executable(directory, "bootstrap.py", "python3");
    }

    static FunctionCode shell(Path directory) throws IOException {
        return executable(directory, "bootstrap.sh", "curl");
    }

    private static FunctionCode executable(Path directory, String name, String tool) throws IOException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", tool)) || Files.isExecutable(Path.of("/usr/local/bin", tool)),
                "Left out, for there is no " + tool + " (apt-get install " + tool + ")");
        Path program = directory.resolve(name);
        try (InputStream resource = Bootstrap.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("There is no resource " + name);
            }
            Files.write(program, resource.readAllBytes());
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new FunctionCode.Bootstrap(program);
    }
}
