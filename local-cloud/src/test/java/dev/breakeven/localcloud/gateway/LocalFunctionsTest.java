package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakeven.localcloud.Eventually;
import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.SocketOwner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LocalFunctionsTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @TempDir
    private Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "REST     | 502 | {\"message\": \"Internal server error\"}",
                "HTTP     | 500 | {\"message\": \"Internal Server Error\"}",
                "URL      | 502 | Internal Server Error",
            })
    void aFunctionThatEndsItsProcessFailsItsCallAndNoOther(FrontKind kind, int status, String body) throws Exception {
        try (LocalFunctions functions = start(python().withEvents(kind))) {
            for (String word : List.of("exit", "error", "malformed", "large")) {
                HttpResponse<String> failed = get(functions, "/" + word);
                assertThat(failed.statusCode()).as(word).isEqualTo(status);
                assertThat(failed.body()).as(word).isEqualTo(body);
                assertThat(get(functions, "/").body()).isEqualTo("ok");
            }
        }
    }

    @Test
    void aFunctionThatNeverAnswersIsKilledAndTheNextCallWorks() throws Exception {
        try (LocalFunctions functions = start(python().withTimeout(Duration.ofMillis(1500)))) {
            String pid = get(functions, "/pid").body();
            assertThat(get(functions, "/hang").statusCode()).isEqualTo(502);
            Eventually.waitUntil("the environment is gone", () -> !Eventually.isRunning(Long.parseLong(pid)));
            assertThat(get(functions, "/pid").body()).isNotEqualTo(pid);
        }
        assertThat(log.toString(UTF_8))
                .containsPattern(UUID + " Task timed out after 1.50 seconds\n\n")
                .containsPattern("REPORT RequestId: " + UUID + "\tDuration: 1500.00 ms\tBilled Duration: 1500 ms\t"
                        + "Memory Size: 256 MB\tMax Memory Used: \\d+ MB\tStatus: timeout\n");
    }

    @Test
    void aFrontThatStopsWaitingLetsTheFunctionGoOn() throws Exception {
        FrontLimits impatient = FrontLimits.REST.withTimeout(Duration.ofMillis(500));
        try (LocalFunctions functions =
                LocalFunctions.start(python().withConcurrency(OptionalInt.of(1)), impatient, log)) {
            assertThat(get(functions, "/").statusCode()).isIn(200, 504);
            Eventually.waitUntil("it is warm", () -> get(functions, "/").statusCode() == 200);
            HttpResponse<String> late = get(functions, "/late?seconds=1.5");
            assertThat(late.statusCode()).isEqualTo(504);
            assertThat(late.body()).isEqualTo("{\"message\": \"Endpoint request timed out\"}");
            assertThat(get(functions, "/").statusCode()).isEqualTo(500); // Throttled: it is still running.
            Eventually.waitUntil("it has ended", () -> get(functions, "/").statusCode() == 200);
        }
    }

    @Test
    void onlySoManyRunAtOnce() throws Exception {
        try (LocalFunctions functions = start(python().withEvents(FrontKind.URL).withConcurrency(OptionalInt.of(1)))) {
            get(functions, "/");
            CompletableFuture<HttpResponse<String>> one = later(functions, "/late?seconds=2");
            CompletableFuture<HttpResponse<String>> other = later(functions, "/late?seconds=2");
            assertThat(List.of(one.join().statusCode(), other.join().statusCode()))
                    .containsExactlyInAnyOrder(200, 429);
            LocalFunctions.Consumed consumed = functions.consumed();
            assertThat(consumed.function().coldStarts()).isEqualTo(1);
            assertThat(consumed.function().environmentsPeak()).isEqualTo(1);
            assertThat(consumed.function().throttled()).isEqualTo(1);
            assertThat(consumed.function().invocations()).isEqualTo(2);
        }
    }

    @Test
    void anotherRequestGetsAnotherEnvironmentAndTheYoungestIdleOneIsUsedFirst() throws Exception {
        try (LocalFunctions functions = start(python())) {
            List<CompletableFuture<HttpResponse<String>>> together =
                    List.of(later(functions, "/late?seconds=1"), later(functions, "/late?seconds=1"));
            together.forEach(CompletableFuture::join);
            assertThat(functions.consumed().function().coldStarts()).isEqualTo(2);
            waitForReports(2);
            String pid = get(functions, "/pid").body();
            for (int reports = 3; reports < 8; reports++) {
                waitForReports(reports); // Until then it has not asked for its next event.
                assertThat(get(functions, "/pid").body()).isEqualTo(pid);
            }
        }
    }

    @Test
    void anIdleEnvironmentIsKeptForAsLongAsWasSaid() throws Exception {
        try (LocalFunctions functions = start(python().withKeepAlive(Optional.of(Duration.ofMillis(300))))) {
            long pid = Long.parseLong(get(functions, "/pid").body());
            Eventually.waitUntil("it is gone", () -> !Eventually.isRunning(pid));
            assertThat(get(functions, "/pid").body()).isNotEqualTo(Long.toString(pid));
        }
    }

    @Test
    void anInitThatEndsIsTriedOnceMoreAndThenFailsTheCall() throws Exception {
        try (LocalFunctions functions = start(python().withEnvironment(Map.of("INIT", "exit")))) {
            assertThat(get(functions, "/").statusCode()).isEqualTo(502);
            assertThat(get(functions, "/").statusCode()).isEqualTo(502);
        }
        assertThat(log.toString(UTF_8))
                .containsPattern("INIT_REPORT Init Duration: \\d+\\.\\d\\d ms\tPhase: init\tStatus: error\t"
                        + "Error Type: Runtime.ExitError\n")
                .containsPattern("REPORT RequestId: " + UUID + "\tDuration: .*\tStatus: error\t"
                        + "Error Type: Runtime.ExitError\n");
        assertThat(log.toString(UTF_8).split("START RequestId", -1)).hasSize(3);
    }

    @Test
    void answeringTwiceIsRefusedAndSaidInTheLog() throws Exception {
        try (LocalFunctions functions = start(python())) {
            assertThat(get(functions, "/twice").body()).isEqualTo("first");
            assertThat(get(functions, "/unknown").body()).isEqualTo("400");
            assertThat(get(functions, "/garbage").body()).isEqualTo("printed");
        }
        assertThat(log.toString(UTF_8))
                .contains("the second answer was given 403\n")
                .contains("{]\0 no end of line\n");
    }

    @Test
    void eachCallIsReported() throws Exception {
        try (LocalFunctions functions = start(python())) {
            get(functions, "/");
            get(functions, "/");
            Eventually.waitUntil("both are billed", () -> log.toString(UTF_8).split("REPORT ", -1).length == 3);
            LocalFunctions.Consumed consumed = functions.consumed();
            assertThat(consumed.requests()).isEqualTo(2);
            assertThat(consumed.bodySteps()).isEqualTo(2);
            assertThat(consumed.function().platformLogBytes()).isEqualTo(log.size());
            assertThat(consumed.function().billedMillis()).isPositive();
            assertThat(consumed.function().environmentsMean()).isBetween(0.0, 1.0);
        }
        assertThat(log.toString(UTF_8)).matches(Pattern.compile("""
                        START RequestId: (UUID) Version: \\$LATEST
                        END RequestId: \\1
                        REPORT RequestId: \\1\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\tMemory Size: 256 MB\
                        \tMax Memory Used: \\d+ MB\tInit Duration: \\d+\\.\\d\\d ms\t
                        START RequestId: (UUID) Version: \\$LATEST
                        END RequestId: \\3
                        REPORT RequestId: \\3\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\tMemory Size: 256 MB\
                        \tMax Memory Used: \\d+ MB\t
                        """.replace("UUID", UUID)));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBinaryComesOutAsItWentIn(FrontKind kind) throws Exception {
        try (LocalFunctions functions = start(python().withEvents(kind))) {
            HttpResponse<byte[]> binary =
                    client.send(request(functions, "/binary").build(), BodyHandlers.ofByteArray());
            assertThat(binary.body()).containsExactly(0, 0xff, 0x80);
            assertThat(binary.headers().allValues("content-type")).containsExactly("image/png");
        }
    }

    @ParameterizedTest
    @CsvSource({"image/png, image/png, true", "image/png, 'image/*,image/png', false", "'', image/png, false"})
    void aRestApiDecodesForWhoAcceptsABinaryTypeFirst(String types, String accept, boolean decoded) throws Exception {
        LocalFunctionsSettings settings = python().withBinaryMediaTypes(BinaryMediaTypes.parse(types));
        try (LocalFunctions functions = start(settings)) {
            HttpResponse<String> answer = client.send(
                    request(functions, "/binary").header("Accept", accept).build(), BodyHandlers.ofString());
            assertThat(answer.body().equals("AP+A")).isEqualTo(!decoded);
        }
    }

    @Test
    void aStreamedAnswerHasItsPreludeTakenOff() throws Exception {
        try (LocalFunctions functions = start(python().withEvents(FrontKind.URL))) {
            HttpResponse<String> streamed = get(functions, "/stream");
            assertThat(streamed.statusCode()).isEqualTo(201);
            assertThat(streamed.headers().firstValue("x-streamed")).contains("yes");
            assertThat(streamed.headers().firstValue("set-cookie")).contains("a=1");
            assertThat(streamed.body()).isEqualTo("in pieces");
        }
    }

    @Test
    void mapsMayBeNullAndTheGatewayNamesTheContentType() throws Exception {
        try (LocalFunctions functions = start(python())) {
            HttpResponse<String> answer = get(functions, "/nulls");
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(answer.headers().firstValue("x-amzn-requestid").orElseThrow())
                    .matches(UUID);
        }
    }

    @ParameterizedTest
    @CsvSource({"REST, 10485761", "HTTP, 10485761", "URL, 6291457", "ALB, 1048577", "REST, 6000000"})
    void aBodyThatIsTooLargeIs413(FrontKind kind, int bytes) throws Exception {
        try (LocalFunctions functions = start(python().withEvents(kind))) {
            HttpResponse<String> answer = client.send(
                    request(functions, "/")
                            .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(functions.consumed().function().invocations()).isZero();
        }
    }

    @Test
    void aRestApiTakesOnlySoManyRequestsASecond() throws Exception {
        FrontLimits slow = FrontLimits.REST.withRate(new FrontLimits.Rate(1, 2));
        try (LocalFunctions functions = LocalFunctions.start(python(), slow, log)) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                statuses.add(get(functions, "/").statusCode());
            }
            assertThat(statuses).contains(200, 429).startsWith(200, 200);
        }
    }

    @Test
    void aFunctionMayBeAShell() throws Exception {
        try (LocalFunctions functions = start(settings(Bootstrap.shell(directory)))) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = get(functions, "/");
                assertThat(answer.body()).isEqualTo("from a shell");
                assertThat(answer.headers().firstValue("content-type")).contains("application/json");
                // To ask for the next event, a shell starts another process.
                waitForReports(i + 1);
            }
            assertThat(functions.consumed().function().coldStarts()).isEqualTo(1);
        }
    }

    @Test
    void aFunctionSeesLambdasVariablesAndItsOwn() throws Exception {
        try (LocalFunctions functions = start(python().withEnvironment(Map.of("STAGE", "test")))) {
            assertThat(get(functions, "/environment").body().lines())
                    .contains("AWS_LAMBDA_RUNTIME_API", "AWS_LAMBDA_FUNCTION_NAME", "_HANDLER", "STAGE", "PATH")
                    .doesNotContain("HOME", "USER", "JAVA_HOME", "PWD");
        }
    }

    @Test
    void theRuntimeApiIsItsOwnEnvironmentsAlone() throws Exception {
        try (LocalFunctions functions = start(python())) {
            String address = get(functions, "/address").body();
            HttpResponse<String> stranger = client.send(
                    HttpRequest.newBuilder(URI.create("http://" + address + "/2018-06-01/runtime/invocation/next"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(stranger.statusCode()).isEqualTo(SocketOwner.isKnown() ? 403 : 200);
            assertThat(get(functions, "/").body()).isEqualTo("ok");
        }
    }

    @Test
    void sixteenStartAtOnceAndNoneIsLost() throws Exception {
        try (LocalFunctions functions = start(python())) {
            List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 16)
                    .mapToObj(i -> later(functions, "/late?seconds=2"))
                    .toList();
            assertThat(all).extracting(one -> one.join().body()).containsOnly("late");
            assertThat(functions.consumed().function().coldStarts()).isEqualTo(16);
            assertThat(functions.consumed().function().environmentsPeak()).isEqualTo(16);
        }
    }

    @Test
    void everyRequestEndsWhenEnvironmentsAreKilledAtRandom() throws Exception {
        try (LocalFunctions functions = start(python())) {
            Random random = new Random(1);
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                answers.add(later(functions, "/pid"));
                if (i % 5 == 4) {
                    answers.get(i - 4).join();
                }
                if (i % 25 == 24) {
                    List<ProcessHandle> environments = environments();
                    if (!environments.isEmpty()) {
                        environments.get(random.nextInt(environments.size())).destroyForcibly();
                    }
                }
            }
            List<Integer> statuses = answers.stream()
                    .map(answer -> answer.orTimeout(60, TimeUnit.SECONDS).join().statusCode())
                    .toList();
            assertThat(statuses).hasSize(1_000).containsOnly(200, 502);
            assertThat(statuses.stream().filter(status -> status == 502).count())
                    .isLessThan(300);
            assertThat(get(functions, "/").body()).isEqualTo("ok");
        }
    }

    private static List<ProcessHandle> environments() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("bootstrap.py"))
                .toList();
    }

    @Test
    void tenStartsAndStopsLeaveNoProcessPortOrControlGroup() throws Exception {
        LocalFunctionsSettings settings = python();
        for (int i = 0; i < 10; i++) {
            URI uri;
            long pid;
            try (LocalFunctions functions = start(settings)) {
                uri = functions.uri();
                pid = Long.parseLong(get(functions, "/pid").body());
            }
            assertThat(Eventually.isRunning(pid)).isFalse();
            assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(environments()).isEmpty();
        assertThat(controlGroups()).isEmpty();
    }

    /** Those that bear the number of this process. */
    private static List<Path> controlGroups() throws IOException {
        try (Stream<Path> groups = Files.find(
                Path.of("/sys/fs/cgroup"),
                3,
                (path, attributes) -> path.getFileName()
                        .toString()
                        .startsWith("breakeven-" + ProcessHandle.current().pid() + "-"))) {
            return groups.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Test
    void anIdleEnvironmentIsFrozenAndHasItsShareOfTheCpu() throws Exception {
        assumeTrue(
                ControlGroups.ofThisMachine() instanceof ControlGroups.VersionOne,
                "Left out, for this machine makes no control groups of version 1");
        try (LocalFunctions functions = start(python())) {
            get(functions, "/");
            Eventually.waitUntil("it is frozen", () -> contents("freezer.state").contains("FROZEN"));
            // 20 ms times 256 MB of 1,769 MB.
            assertThat(contents("cpu.cfs_quota_us")).containsExactly("2894");
            assertThat(get(functions, "/").body()).isEqualTo("ok");
        }
    }

    private static List<String> contents(String file) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path group : controlGroups()) {
            if (Files.exists(group.resolve(file))) {
                contents.add(Files.readString(group.resolve(file)).strip());
            }
        }
        return contents;
    }

    @Test
    void closingLetsARequestUnderWayEnd() throws Exception {
        CompletableFuture<HttpResponse<String>> underWay;
        try (LocalFunctions functions = start(python())) {
            get(functions, "/");
            underWay = later(functions, "/late?seconds=1");
            Eventually.waitUntil(
                    "it is under way", () -> functions.consumed().function().invocations() == 2);
        }
        assertThat(underWay.join().body()).isEqualTo("late");
    }

    @Test
    void aPortThatIsTakenIsSaidSo() throws Exception {
        LocalFunctionsSettings settings = python();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> start(settings.withPort(port)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "Port " + port + " of 127.0.0.1 is in use; accepted is one that is free, and 0 finds one");
        }
    }

    @Test
    void moreEnvironmentsThanMemoryHoldsAreRefusedWithTheArithmetic() {
        assertThatThrownBy(() -> start(python().withMemoryMegabytes(10_240).withConcurrency(OptionalInt.of(100_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("A concurrency of 100,000 with 10,240 MB each needs 1,024,000,000 MB of memory, and"
                        + " [0-9,]+ MB are free; accepted is up to [0-9,]+, or less memory for each");
    }

    private void waitForReports(int number) throws Exception {
        Eventually.waitUntil(number + " reports", () -> log.toString(UTF_8).split("REPORT ", -1).length > number);
    }

    private LocalFunctionsSettings python() throws IOException {
        return settings(Bootstrap.python(directory));
    }

    private static LocalFunctionsSettings settings(FunctionCode code) {
        return LocalFunctionsSettings.of(code).withMemoryMegabytes(256);
    }

    private LocalFunctions start(LocalFunctionsSettings settings) throws IOException {
        return LocalFunctions.start(settings, log);
    }

    private HttpResponse<String> get(LocalFunctions functions, String path) throws Exception {
        return client.send(request(functions, path).build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> later(LocalFunctions functions, String path) {
        return client.sendAsync(request(functions, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(LocalFunctions functions, String path) {
        return HttpRequest.newBuilder(URI.create(functions.uri() + path)).header("User-Agent", "test/1.0");
    }
}
