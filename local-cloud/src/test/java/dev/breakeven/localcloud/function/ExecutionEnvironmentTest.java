package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionEnvironmentTest {

    private static final String HANDLER = "dev.breakeven.localcloud.function.TestFunction";
    private static final FunctionConfiguration TEST_FUNCTION = FunctionConfiguration.of(HANDLER);

    // Longer than Lambda's, for machines that build something else meanwhile.
    private static final Duration PATIENT_INIT = Duration.ofMinutes(1);

    @TempDir
    private static Path directory;

    private static Path zip = directory;

    @BeforeAll
    static void zipTheFunction() throws IOException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "Functions run on Linux only, as AWS's runtime interface client does");
        zip = FunctionZip.withClassesAtRoot(directory);
    }

    @Test
    void anInvocationReturnsThePayload() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION);
                ExecutionEnvironment environment = start(function)) {
            assertThat(payload(environment, "echo {\"n\":1}")).isEqualTo("{\"n\":1}");
        }
    }

    @Test
    void aFunctionInAJarRunsToo() throws Exception {
        try (FunctionPackage function = FunctionPackage.unpack(FunctionZip.withJarUnderLib(directory), TEST_FUNCTION);
                ExecutionEnvironment environment = start(function)) {
            assertThat(payload(environment, "echo from a jar")).isEqualTo("from a jar");
        }
    }

    @Test
    void aWarmEnvironmentIsTheSameOne() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION);
                ExecutionEnvironment environment = start(function)) {
            assertThat(List.of(payload(environment, "count"), payload(environment, "count")))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void whatItTakesIsMeasured() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION);
                ExecutionEnvironment environment = start(function)) {
            assertThat(environment.initDuration()).isPositive();
            assertThat(environment.initCpuTime()).isPositive();
            assertThat(environment.peakMemoryBytes().orElseThrow()).isBetween(10L << 20, 1769L << 20);

            // The first one is compiled beside it, which is CPU time of the process as well.
            environment.invoke("spin".getBytes(UTF_8));
            Invocation invocation = environment.invoke("spin".getBytes(UTF_8));
            long spunNanos = Long.parseLong(payload(invocation));
            assertThat(invocation.cpuTime().toNanos()).isCloseTo(spunNanos, withinPercentage(10));
            assertThat(invocation.duration()).isGreaterThanOrEqualTo(Duration.ofNanos(spunNanos));
        }
    }

    @Test
    void theFunctionKnowsItsCall() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION.withMemoryMegabytes(512));
                ExecutionEnvironment environment = start(function)) {
            Invocation invocation = environment.invoke("context".getBytes(UTF_8));
            assertThat(payload(invocation))
                    .isEqualTo(invocation.requestId()
                            + " arn:aws:lambda:us-east-1:123456789012:function:test-function 512");
            assertThat(Integer.parseInt(payload(environment, "remaining"))).isBetween(1, 30_000);
        }
    }

    @Test
    void theEnvironmentIsLambdasAndTheFunctionsOwn() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION.withEnvironment("STAGE", "test"));
                ExecutionEnvironment environment = start(function)) {
            assertThat(payload(environment, "environment").lines())
                    .containsExactlyInAnyOrder(
                            "AWS_DEFAULT_REGION",
                            "AWS_EXECUTION_ENV",
                            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                            "AWS_LAMBDA_FUNCTION_NAME",
                            "AWS_LAMBDA_FUNCTION_VERSION",
                            "AWS_LAMBDA_INITIALIZATION_TYPE",
                            "AWS_LAMBDA_LOG_FORMAT",
                            "AWS_LAMBDA_LOG_GROUP_NAME",
                            "AWS_LAMBDA_LOG_LEVEL",
                            "AWS_LAMBDA_LOG_STREAM_NAME",
                            "AWS_LAMBDA_RUNTIME_API",
                            "AWS_REGION",
                            "AWS_XRAY_CONTEXT_MISSING",
                            "AWS_XRAY_DAEMON_ADDRESS",
                            "LAMBDA_RUNTIME_DIR",
                            "LAMBDA_TASK_ROOT",
                            "LANG",
                            "LD_LIBRARY_PATH",
                            "PATH",
                            "STAGE",
                            "TZ",
                            "_HANDLER");
            assertThat(payload(environment, "variable _HANDLER")).isEqualTo(HANDLER);
            assertThat(payload(environment, "variable LAMBDA_TASK_ROOT"))
                    .isEqualTo(payload(environment, "property user.dir"));
        }
    }

    @Test
    void aHandlerThatThrowsFailsTheCallAndNotTheEnvironment() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION);
                ExecutionEnvironment environment = start(function)) {
            Answer.FunctionError error = error(environment, "throw too much");
            assertThat(error.type()).isEqualTo("Runtime.UserException");
            assertThat(error.document())
                    .contains("\"errorMessage\":\"too much\"", "\"errorType\":\"java.lang.IllegalArgumentException\"");
            assertThat(payload(environment, "echo again")).isEqualTo("again");
        }
    }

    @Test
    void aResponseThatIsTooLargeFailsTheCall() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION);
                ExecutionEnvironment environment = start(function)) {
            assertThat(error(environment, "size 6291557").type()).isEqualTo("Function.ResponseSizeTooLarge");
        }
    }

    @Test
    void aFunctionThatExitsFailsTheCallAndAnotherEnvironmentServesTheNext() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION)) {
            try (ExecutionEnvironment environment = start(function)) {
                Answer.FunctionError error = error(environment, "exit 7");
                assertThat(error.type()).isEqualTo("Runtime.ExitError");
                assertThat(error.document()).contains("exit status 7");
                assertThatThrownBy(() -> environment.invoke("echo".getBytes(UTF_8)))
                        .isInstanceOf(IllegalStateException.class);
            }
            try (ExecutionEnvironment environment = start(function)) {
                assertThat(payload(environment, "echo next")).isEqualTo("next");
            }
        }
    }

    @Test
    void aFunctionThatNeverAnswersIsKilledAtItsTimeout() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION.withTimeout(Duration.ofMillis(300)));
                ExecutionEnvironment environment = start(function)) {
            Invocation invocation = environment.invoke("hang".getBytes(UTF_8));
            assertThat(invocation.answer())
                    .isEqualTo(new Answer.FunctionError(
                            "Sandbox.Timedout",
                            "{\"errorMessage\":\"RequestId: " + invocation.requestId()
                                    + " Error: Task timed out after 0.30 seconds\","
                                    + "\"errorType\":\"Sandbox.Timedout\"}"));
            assertThat(environment.isAlive()).isFalse();
        }
    }

    @Test
    void aConstructorThatThrowsFailsInit() throws Exception {
        try (FunctionPackage function = unpack(FunctionConfiguration.of(HANDLER + "$FailsInInit"))) {
            assertThatThrownBy(() -> start(function)).isInstanceOfSatisfying(InitFailedException.class, failure -> {
                assertThat(failure.error().type()).isEqualTo("Runtime.BadFunctionCode");
                assertThat(failure.error().document()).contains("no database");
            });
        }
    }

    @Test
    void aConstructorThatExitsFailsInitWithItsLastWords() throws Exception {
        try (FunctionPackage function = unpack(FunctionConfiguration.of(HANDLER + "$ExitsInInit"))) {
            assertThatThrownBy(() -> start(function)).isInstanceOfSatisfying(InitFailedException.class, failure -> {
                assertThat(failure.error().type()).isEqualTo("Runtime.ExitError");
                assertThat(failure).hasMessageContaining("exit status 3").hasMessageEndingWith("giving up");
            });
        }
    }

    @Test
    void aConstructorThatHangsFailsInitAtTheLimit() throws Exception {
        try (FunctionPackage function = unpack(FunctionConfiguration.of(HANDLER + "$HangsInInit"))) {
            assertThatThrownBy(() -> ExecutionEnvironment.start(function, Duration.ofSeconds(1)))
                    .isInstanceOf(InitFailedException.class)
                    .hasMessageStartingWith("Init failed with Sandbox.Timedout")
                    .hasMessageContaining("Init timed out after 1.00 seconds");
        }
    }

    @Test
    void nothingIsLeftAfterClosing() throws Exception {
        long pid;
        Path nativeLibrary;
        try (FunctionPackage function = unpack(TEST_FUNCTION);
                ExecutionEnvironment environment = start(function)) {
            pid = Long.parseLong(payload(environment, "pid"));
            nativeLibrary = Path.of(payload(
                    environment,
                    "property com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"));
            assertThat(ProcessHandle.of(pid)).isPresent();
            assertThat(nativeLibrary).exists();
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(nativeLibrary.getParent()).doesNotExist();
    }

    @Test
    void sixteenStartAtOnce() throws Exception {
        try (FunctionPackage function = unpack(TEST_FUNCTION);
                ExecutorService callers = Executors.newFixedThreadPool(16)) {
            List<Future<String>> answers = callers.invokeAll(Collections.nCopies(16, () -> {
                try (ExecutionEnvironment environment = start(function)) {
                    return payload(environment, "echo started");
                }
            }));
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("started");
            }
        }
    }

    private static FunctionPackage unpack(FunctionConfiguration configuration) throws IOException {
        return FunctionPackage.unpack(zip, configuration);
    }

    private static ExecutionEnvironment start(FunctionPackage function) throws Exception {
        return ExecutionEnvironment.start(function, PATIENT_INIT);
    }

    private static String payload(ExecutionEnvironment environment, String event) throws InterruptedException {
        return payload(environment.invoke(event.getBytes(UTF_8)));
    }

    private static String payload(Invocation invocation) {
        return switch (invocation.answer()) {
            case Answer.Payload payload -> new String(payload.bytes(), UTF_8);
            case Answer.FunctionError error -> throw new AssertionError(error);
            case Answer.Stream stream -> throw new AssertionError(stream);
            case Answer.Throttled throttled -> throw new AssertionError(throttled);
        };
    }

    private static Answer.FunctionError error(ExecutionEnvironment environment, String event)
            throws InterruptedException {
        return switch (environment.invoke(event.getBytes(UTF_8)).answer()) {
            case Answer.Payload payload -> throw new AssertionError(payload);
            case Answer.Stream stream -> throw new AssertionError(stream);
            case Answer.Throttled throttled -> throw new AssertionError(throttled);
            case Answer.FunctionError error -> error;
        };
    }
}
