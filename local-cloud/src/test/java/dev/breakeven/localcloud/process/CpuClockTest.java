package dev.breakeven.localcloud.process;

import static dev.breakeven.localcloud.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakeven.localcloud.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuClockTest {

    private static final Pattern USED = Pattern.compile("used (\\d+) ns");

    @TempDir
    private Path directory;

    @Test
    void itCountsWhatEndedThreadsHaveUsed() throws Exception {
        assumeTrue(LinuxCpuClock.isAvailable(), "The CPU clock reads /proc, which this system has not");
        try (ChildProcess child = spinner()) {
            long used = awaitUsed(child);
            assertThat(child.cpuClock().nanos()).isCloseTo(used, withinPercentage(10));
        }
    }

    @Test
    void itCountsThreadsThatItSawComeAndGo() throws Exception {
        assumeTrue(LinuxCpuClock.isAvailable(), "The CPU clock reads /proc, which this system has not");
        try (ChildProcess child = spinner()) {
            long[] last = {0};
            waitUntil("what it used", () -> {
                long now = child.cpuClock().nanos();
                assertThat(now).as("it never falls").isGreaterThanOrEqualTo(last[0]);
                last[0] = now;
                return USED.matcher(child.outputTail()).find();
            });
            assertThat(child.cpuClock().nanos()).isCloseTo(awaitUsed(child), withinPercentage(10));
        }
    }

    @Test
    void itStandsStillOnceTheProcessHasEnded() throws Exception {
        try (ChildProcess child = spinner()) {
            awaitUsed(child);
            long before = child.cpuClock().nanos();
            child.stop(Duration.ofSeconds(10));
            assertThat(child.cpuClock().nanos()).isEqualTo(before);
            assertThat(child.peakMemoryBytes()).isEmpty();
        }
    }

    @Test
    void peakMemoryIsThatOfAJvm() throws Exception {
        assumeTrue(LinuxCpuClock.isAvailable(), "The peak memory is read from /proc, which this system has not");
        try (ChildProcess child = spinner()) {
            awaitUsed(child);
            assertThat(child.peakMemoryBytes().orElseThrow()).isBetween(10L << 20, 1L << 30);
        }
    }

    private ChildProcess spinner() throws Exception {
        return ChildProcess.start(JavaProgram.command(Spinner.class), directory, Map.of());
    }

    private static long awaitUsed(ChildProcess child) throws Exception {
        waitUntil("what it used", () -> USED.matcher(child.outputTail()).find());
        Matcher used = USED.matcher(child.outputTail());
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1));
    }
}
