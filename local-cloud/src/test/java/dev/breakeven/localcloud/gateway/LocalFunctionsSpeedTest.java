package dev.breakeven.localcloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.localcloud.ClassZip;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the front and the Runtime API add to a warm call, as a caller on this machine sees it. It asserts no time:
 * {@code ./mvnw -pl local-cloud -am test -Dtest=LocalFunctionsSpeedTest -Dspeed -Dsurefire.failIfNoSpecifiedTests=false} prints.
 */
@EnabledIfSystemProperty(named = "speed", matches = ".*")
class LocalFunctionsSpeedTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWarmCallThatDoesNothing(boolean freezing) throws Exception {
        Path zip = ClassZip.of(directory, "no-op", NoOpFunction.class);
        LocalFunctionsSettings settings = LocalFunctionsSettings.of(
                        new FunctionCode.Java(zip, NoOpFunction.class.getName()))
                .withConcurrency(OptionalInt.of(4))
                .withFreezing(freezing);
        try (LocalFunctions functions = LocalFunctions.start(settings, OutputStream.nullOutputStream())) {
            LoadGenerator.run(functions.uri(), 4, 5_000);
            LoadGenerator.run(functions.uri(), 1, 2_000);
            for (int i = 0; i < 3; i++) {
                LoadGenerator.Result one = LoadGenerator.run(functions.uri(), 1, 3_000);
                Duration before = cpuTime();
                LoadGenerator.Result four = LoadGenerator.run(functions.uri(), 4, 3_000);
                Duration used = cpuTime().minus(before);
                System.out.println("SPEED freezing " + freezing + ", one caller:  " + one);
                System.out.println("SPEED freezing " + freezing + ", four callers: " + four
                        + String.format(", CPU time of all %.3f ms a request", used.toNanos() / 1e6 / 12_000));
                assertThat(one.ok() + four.ok()).isEqualTo(15_000);
            }
        }
    }

    /** Of this JVM, where front and callers are, and of the environments. */
    private static Duration cpuTime() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().children())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
