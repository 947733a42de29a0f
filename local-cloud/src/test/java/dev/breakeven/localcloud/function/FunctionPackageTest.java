package dev.breakeven.localcloud.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPackageTest {

    private static final FunctionConfiguration TEST_FUNCTION =
            FunctionConfiguration.of("dev.breakeven.localcloud.function.TestFunction");

    @TempDir
    private Path directory;

    @Test
    void classesAtTheRootAreUnpackedAndDeletedOnClose() throws Exception {
        Path taskRoot;
        try (FunctionPackage function =
                FunctionPackage.unpack(FunctionZip.withClassesAtRoot(directory), TEST_FUNCTION)) {
            taskRoot = function.taskRoot();
            assertThat(taskRoot.resolve("dev/breakeven/localcloud/function/TestFunction.class"))
                    .exists();
            assertThat(function.name()).isEqualTo("test-function");
        }
        assertThat(taskRoot).doesNotExist();
    }

    @Test
    void aHandlerInAJarUnderLibIsFound() throws Exception {
        try (FunctionPackage function = FunctionPackage.unpack(FunctionZip.withJarUnderLib(directory), TEST_FUNCTION)) {
            assertThat(function.taskRoot().resolve("lib/classes.jar")).exists();
        }
    }

    @Test
    void aHandlerMayNameItsMethod() throws Exception {
        FunctionConfiguration method =
                FunctionConfiguration.of("dev.breakeven.localcloud.function.TestFunction::handleRequest");
        try (FunctionPackage function = FunctionPackage.unpack(FunctionZip.withClassesAtRoot(directory), method)) {
            assertThat(function.configuration()).isEqualTo(method);
        }
    }

    @Test
    void aMissingFileIsRefusedByName() {
        Path missing = directory.resolve("missing.zip");
        assertThatThrownBy(() -> FunctionPackage.unpack(missing, TEST_FUNCTION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(missing + ": there is no such file; accepted is a zip of at most 250 MB unpacked, with"
                        + " classes at its root or jars under lib/");
    }

    @Test
    void whatIsNoZipIsRefused() throws Exception {
        Path text = Files.writeString(directory.resolve("function.zip"), "not a zip");
        assertThatThrownBy(() -> FunctionPackage.unpack(text, TEST_FUNCTION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(text + ": this is not a zip (")
                .hasMessageContaining("; accepted is a zip");
    }

    @Test
    void aZipWithoutTheHandlerIsRefused() throws Exception {
        Path zip = FunctionZip.withClassesAtRoot(directory);
        assertThatThrownBy(() -> FunctionPackage.unpack(zip, FunctionConfiguration.of("com.example.Handler")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(zip + ": the handler's class com.example.Handler is neither at"
                        + " com/example/Handler.class nor in a jar under lib/; accepted is");
    }

    @Test
    void anEntryThatPointsOutsideIsRefused() throws Exception {
        Path zip = FunctionZip.withEntry(directory, "../outside");
        assertThatThrownBy(() -> FunctionPackage.unpack(zip, TEST_FUNCTION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../outside would be unpacked outside of its directory");
    }

    @Test
    void aConfigurationKeepsToLambdasLimits() {
        assertThatThrownBy(() -> TEST_FUNCTION.withMemoryMegabytes(64))
                .hasMessage("A function has from 128 to 10240 MB of memory, not 64 MB");
        assertThatThrownBy(() -> TEST_FUNCTION.withTimeout(Duration.ofMinutes(16)))
                .hasMessage("A function's timeout is above zero and up to 15 minutes, not PT16M");
        assertThatThrownBy(() -> FunctionConfiguration.of("com/example/Handler"))
                .hasMessageContaining("accepted is package.Class or package.Class::method");
    }
}
