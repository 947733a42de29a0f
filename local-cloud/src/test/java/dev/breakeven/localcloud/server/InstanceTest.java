package dev.breakeven.localcloud.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakeven.localcloud.JavaProgram;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {

    private static final ServerCommand SERVER = new ServerCommand(JavaProgram.command(TestServer.class, "{port}"));
    private static final HealthCheck HEALTH = new HealthCheck("/health");
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void itIsHandedOutHealthyAndMeasured() throws Exception {
        try (Instance instance = Instance.start(SERVER, HEALTH, PATIENT);
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = instance.baseUri();
            assertThat(client.send(
                                    HttpRequest.newBuilder(uri.resolve("/health"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .as("its PORT")
                    .isEqualTo(Integer.toString(uri.getPort()));
            assertThat(instance.startDuration()).isPositive();
            assertThat(instance.startCpuTime()).isPositive();
            assertThat(instance.cpuTime()).isGreaterThanOrEqualTo(instance.startCpuTime());
            assertThat(instance.isAlive()).isTrue();
        }
    }

    @Test
    void itRunsInTheFolderOfItsCommandWithTheCommandsVariables(@TempDir Path folder) {
        ServerCommand command = shell("echo $PWD $GREETING; [ -n \"$PATH\" ] && exit 5")
                .in(folder)
                .withEnvironment(Map.of("GREETING", "hello"));
        assertThatThrownBy(() -> Instance.start(command, HEALTH, PATIENT))
                .hasMessageContaining("ended with status 5")
                .hasMessageEndingWith("\n" + folder + " hello");
    }

    @Test
    void aCommandCannotTakeItsPortAway() throws Exception {
        try (Instance instance = Instance.start(SERVER.withEnvironment(Map.of("PORT", "80")), HEALTH, PATIENT);
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = instance.baseUri();
            assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo(Integer.toString(uri.getPort()));
        }
    }

    @Test
    void nothingListensOnceItIsClosed() throws Exception {
        Instance instance = Instance.start(SERVER, HEALTH, PATIENT);
        int port = instance.baseUri().getPort();
        instance.close();
        assertThat(instance.isAlive()).isFalse();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aCommandThatEndsAtOnceIsQuoted() {
        assertThatThrownBy(() -> Instance.start(shell("echo no config; exit 3"), HEALTH, PATIENT))
                .isInstanceOf(StartFailedException.class)
                .hasMessage(
                        "The command \"/bin/sh -c echo no config; exit 3\" ended with status 3 before it was healthy;"
                                + " it printed last:\nno config");
    }

    @Test
    void aCommandThatNeverListensIsEndedAtTheLimit() {
        assertThatThrownBy(() -> Instance.start(shell("echo thinking; exec sleep 1000"), HEALTH, SHORT))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith(
                        "The command \"/bin/sh -c echo thinking; exec sleep 1000\" was not healthy within"
                                + " 1000 ms: at GET /health on port ")
                .hasMessageContaining("it did not take the connection")
                .hasMessageEndingWith("it printed last:\nthinking");
        assertThat(ProcessHandle.current().children().filter(InstanceTest::isSleep))
                .isEmpty();
    }

    @Test
    void anyOtherStatusIsUnhealthy() throws Exception {
        try (Instance instance = Instance.start(SERVER, HEALTH, PATIENT)) {
            assertThat(new HealthCheck("/ready").check(instance.baseUri().getPort(), PATIENT))
                    .isEqualTo(new HealthCheck.Finding.Unhealthy("answered \"HTTP/1.1 404\""));
        }
    }

    @Test
    void aServerThatTakesTheConnectionAndStaysSilentIsUnhealthy() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(HEALTH.check(silent.getLocalPort(), Duration.ofMillis(100)))
                    .isEqualTo(new HealthCheck.Finding.Unhealthy("did not answer within 100 ms"));
        }
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Instance.start(ServerCommand.parse("no-such-server {port}"), HEALTH, PATIENT))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("The command cannot be run:")
                .hasMessageContaining("no-such-server");
    }

    private static ServerCommand shell(String script) {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "This command is a shell script, and there is no /bin/sh here");
        return new ServerCommand(List.of("/bin/sh", "-c", script));
    }

    private static boolean isSleep(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("sleep");
    }
}
