package dev.breakeven.localcloud.process;

import static dev.breakeven.localcloud.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakeven.localcloud.Eventually;
import dev.breakeven.localcloud.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void shell() {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "These children are shell scripts, and there is no /bin/sh here");
    }

    @Test
    void itHasTheEnvironmentItIsGivenAndNoMore() throws Exception {
        try (ChildProcess child = ChildProcess.start(List.of("/usr/bin/env"), directory, Map.of("ONLY", "this"))) {
            assertThat(child.onExit().join()).isZero();
            assertThat(child.outputTail()).isEqualTo("ONLY=this");
        }
    }

    @Test
    void itRunsWhereItIsTold() throws Exception {
        try (ChildProcess child = shell("pwd -P")) {
            child.onExit().join();
            assertThat(child.outputTail()).isEqualTo(directory.toRealPath().toString());
        }
    }

    @Test
    void aTalkativeOneNeitherBlocksNorIsKeptWhole() throws Exception {
        try (ChildProcess child = shell("yes | head -c 10000000; echo done >&2")) {
            assertThat(child.onExit().join()).isZero();
            assertThat(child.outputTail()).endsWith("\ndone").hasSizeLessThanOrEqualTo(16 * 1024);
        }
    }

    @Test
    void closingKillsWhatItHasStartedToo() throws Exception {
        ChildProcess child = shell("sleep 1000 & echo started $! .; wait");
        long grandchild = number(await(child, "started (\\d+) \\."));
        child.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(Eventually.isRunning(grandchild)).isFalse();
    }

    @Test
    void stoppingLetsItFinishWhatItIsDoing() throws Exception {
        ChildProcess child = shell("trap 'echo finished; exit 7' TERM; echo ready; while :; do sleep 0.01; done");
        await(child, "ready");
        child.stop(Duration.ofSeconds(30));
        assertThat(child.onExit().join()).isEqualTo(7);
        assertThat(child.outputTail()).endsWith("finished");
    }

    @Test
    void stoppingKillsWhatDoesNotListen() throws Exception {
        ChildProcess child = shell("trap '' TERM; echo ready; while :; do sleep 0.01; done");
        await(child, "ready");
        child.stop(Duration.ofMillis(50));
        assertThat(child.isAlive()).isFalse();
        assertThat(child.onExit().join()).isEqualTo(128 + 9);
    }

    /** Whoever inherits the output may keep it open for as long as it likes. */
    @Test
    void anEndIsNoticedWhileADescendantKeepsTheOutputOpen() throws Exception {
        try (ChildProcess first = shell("sleep 1000 & echo started $! .; exit 3");
                ChildProcess second = shell("exit 4")) {
            long grandchild = number(await(first, "started (\\d+) \\."));
            assertThat(first.onExit().get(30, TimeUnit.SECONDS)).isEqualTo(3);
            assertThat(second.onExit().get(30, TimeUnit.SECONDS)).isEqualTo(4);
            ProcessHandle.of(grandchild).orElseThrow().destroyForcibly();
        }
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        ChildProcess child = shell("sleep 1000");
        child.close();
        child.close();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ChildProcess.start(List.of("no-such-program"), directory, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program");
    }

    @Test
    void nothingOutlivesAParentThatIsToldToEnd() throws Exception {
        try (ChildProcess parent = ChildProcess.start(JavaProgram.command(Parent.class), directory, System.getenv())) {
            Matcher opened = await(parent, "opened (\\d+) (\\S+) \\.");
            assertThat(Eventually.isRunning(number(opened))).isTrue();
            // A signal to the parent alone: what becomes of its child is up to it.
            ProcessHandle.of(parent.pid()).orElseThrow().destroy();
            parent.onExit().join();
            assertThat(Eventually.isRunning(number(opened))).isFalse();
            assertThat(Path.of(opened.group(2))).doesNotExist();
        }
    }

    private ChildProcess shell(String script) throws IOException {
        return ChildProcess.start(List.of("/bin/sh", "-c", script), directory, Map.of("PATH", "/usr/bin:/bin"));
    }

    private static Matcher await(ChildProcess child, String printed) throws Exception {
        Pattern pattern = Pattern.compile(printed);
        waitUntil(printed, () -> pattern.matcher(child.outputTail()).find());
        Matcher matcher = pattern.matcher(child.outputTail());
        assertThat(matcher.find()).isTrue();
        return matcher;
    }

    private static long number(Matcher matcher) {
        return Long.parseLong(matcher.group(1));
    }
}
