package dev.breakeven.localcloud.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapPackageTest {

    private static final FunctionConfiguration CONFIGURATION = FunctionConfiguration.of("bootstrap");
    private static final String ACCEPTED =
            "; accepted is a file that may be executed, or a zip of at most 250 MB unpacked"
                    + " with one named bootstrap at its root";

    @TempDir
    private Path directory;

    @Test
    void anExecutableRunsWhereItIs() throws IOException {
        Path program = file("run.sh", "rwxr-xr-x");
        try (FunctionPackage function = FunctionPackage.bootstrap(program, CONFIGURATION)) {
            assertThat(function.name()).isEqualTo("run");
            assertThat(function.taskRoot()).isEqualTo(directory);
            assertThat(function.command(directory)).isEqualTo(List.of(program.toString()));
        }
        assertThat(program).exists();
    }

    @Test
    void aZipKeepsTheExecuteBitOfItsBootstrap() throws IOException {
        try (FunctionPackage function = FunctionPackage.bootstrap(zip("bootstrap", "rwxr-xr-x"), CONFIGURATION)) {
            Path program = Path.of(function.command(directory).getFirst());
            assertThat(program).isExecutable().hasParent(function.taskRoot());
        }
    }

    @Test
    void withoutTheBitItIsRefused() throws IOException {
        Path zip = zip("bootstrap", "rw-r--r--");
        assertThatThrownBy(() -> FunctionPackage.bootstrap(zip, CONFIGURATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(zip + ": its bootstrap may not be executed (chmod +x bootstrap)" + ACCEPTED);
        Path program = file("run.sh", "rw-r--r--");
        assertThatThrownBy(() -> FunctionPackage.bootstrap(program, CONFIGURATION))
                .hasMessage(program + " may not be executed (chmod +x run.sh)" + ACCEPTED);
    }

    @Test
    void withoutABootstrapItIsRefused() throws IOException {
        Path zip = zip("other", "rwxr-xr-x");
        assertThatThrownBy(() -> FunctionPackage.bootstrap(zip, CONFIGURATION))
                .hasMessage(zip + ": its bootstrap is not there" + ACCEPTED);
        Path nothing = directory.resolve("nothing");
        assertThatThrownBy(() -> FunctionPackage.bootstrap(nothing, CONFIGURATION))
                .hasMessage(nothing + " is not there" + ACCEPTED);
    }

    private Path file(String name, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private Path zip(String entry, String permissions) throws IOException {
        Path zip = directory.resolve("function.zip");
        try (FileSystem archive =
                FileSystems.newFileSystem(zip, Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
            Path file = Files.writeString(archive.getPath("/" + entry), "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
        return zip;
    }
}
