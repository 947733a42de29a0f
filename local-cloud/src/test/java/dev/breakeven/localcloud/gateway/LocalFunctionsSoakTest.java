package dev.breakeven.localcloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.localcloud.ClassZip;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many requests leave no more behind than few: 20,000 of them, and 200,000 with {@code -Dsoak}. */
class LocalFunctionsSoakTest {

    private static final int REQUESTS = System.getProperty("soak") == null ? 10_000 : 200_000;
    private static final int CALLERS = 4;

    /** What a heap of this size may differ by between two collections. */
    private static final long NOISE_BYTES = 4L << 20;

    /** By which pools grow and shrink; what each request left behind would be thousands. */
    private static final int NOISE_THREADS = 16;

    @TempDir
    private Path directory;

    @Test
    void memoryDoesNotGrow() throws Exception {
        Path zip = ClassZip.of(directory, "no-op", NoOpFunction.class);
        LocalFunctionsSettings settings = LocalFunctionsSettings.of(
                        new FunctionCode.Java(zip, NoOpFunction.class.getName()))
                .withConcurrency(OptionalInt.of(CALLERS));
        try (LocalFunctions functions = LocalFunctions.start(settings, OutputStream.nullOutputStream())) {
            LoadGenerator.run(functions.uri(), CALLERS, 1_000);
            long before = usedBytes();
            int threads = Thread.activeCount();
            LoadGenerator.Result result = LoadGenerator.run(functions.uri(), CALLERS, REQUESTS / CALLERS);
            assertThat(usedBytes() - before).isLessThan(NOISE_BYTES);
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + NOISE_THREADS);
            assertThat(functions.consumed().function().environmentsPeak()).isLessThanOrEqualTo(CALLERS);
            // Where the machine does something else, an environment may be late with asking for its next event.
            assertThat(result.ok() + functions.consumed().function().throttled())
                    .isGreaterThanOrEqualTo(REQUESTS);
        }
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
