package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPoolTest {

    /** Answers every event with what init found. */
    private static final String LOOP = """
            headers="$(mktemp)"
            while true; do
                curl -sS -o /dev/null -D "$headers" "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next"
                id=$(grep -Fi Lambda-Runtime-Aws-Request-Id "$headers" | tr -d '[:space:]' | cut -d: -f2)
                curl -sS -o /dev/null -d "$found" \\
                    "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$id/response"
            done
            """;

    private static final String FIND_QUOTA = """
            group=$(sed -n 's/^[0-9]*:cpu\\(,cpuacct\\)*://p' /proc/self/cgroup)
            found=$(cat "/sys/fs/cgroup/cpu$group/cpu.cfs_quota_us")
            """;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void curl() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/curl")), "Left out, for there is no curl (apt-get install curl)");
    }

    @Test
    void anInitThatTakesTooLongIsTriedAgainWithinTheCall() throws Exception {
        String script = "[ -e tried ] || { : > tried; sleep 1000; }; found=second\n";
        try (FunctionPackage function = bootstrap("cd " + directory + "\n" + script);
                FunctionPool pool =
                        FunctionPool.open(function, PoolSettings.of(1).withInitLimit(Duration.ofMillis(700)), log)) {
            assertThat(answer(pool)).isEqualTo("second");
            assertThat(pool.usage().coldStarts()).isEqualTo(1);
            assertThat(pool.usage().invocations()).isEqualTo(1);
        }
        assertThat(log.toString(UTF_8))
                .containsPattern("INIT_REPORT Init Duration: \\d+\\.\\d\\d ms\t.*Status: timeout");
    }

    @Test
    void initHasAllOfTheCpuUnlessItIsGivenAShare() throws Exception {
        assumeTrue(
                ControlGroups.ofThisMachine() instanceof ControlGroups.VersionOne,
                "Left out, for the quota is read from control groups of version 1");
        assertThat(quotaAtInit(Optional.empty())).isEqualTo("-1");
        // Half of 20 ms, in microseconds.
        assertThat(quotaAtInit(Optional.of(new CpuShare(0.5, Duration.ofMillis(20)))))
                .isEqualTo("10000");
    }

    private String quotaAtInit(Optional<CpuShare> share) throws Exception {
        try (FunctionPackage function = bootstrap(FIND_QUOTA);
                FunctionPool pool =
                        FunctionPool.open(function, PoolSettings.of(1).withInitShare(share), log)) {
            return answer(pool);
        }
    }

    private static String answer(FunctionPool pool) throws Exception {
        Answer answer = pool.invoke("{}".getBytes(UTF_8)).get(30, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Answer.Payload.class);
        return new String(((Answer.Payload) answer).bytes(), UTF_8);
    }

    private FunctionPackage bootstrap(String init) throws IOException {
        Path program = Files.writeString(directory.resolve("bootstrap"), "#!/bin/sh\n" + init + LOOP);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return FunctionPackage.bootstrap(program, FunctionConfiguration.of("bootstrap"));
    }
}
