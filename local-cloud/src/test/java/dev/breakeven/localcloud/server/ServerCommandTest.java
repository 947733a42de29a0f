package dev.breakeven.localcloud.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerCommandTest {

    @Test
    void thePortIsPutWhereverItIsAskedFor() {
        assertThat(ServerCommand.parse("java -Dport={port} -jar server.jar http://127.0.0.1:{port}/")
                        .at(8080))
                .containsExactly("java", "-Dport=8080", "-jar", "server.jar", "http://127.0.0.1:8080/");
    }

    @Test
    void itRunsWhereWeDoAndAddsNothingUnlessTold() {
        ServerCommand command = ServerCommand.parse("java -jar server.jar");
        assertThat(command.folder()).isEqualTo(Path.of("").toAbsolutePath());
        assertThat(command.environment()).isEmpty();
        assertThat(command.in(Path.of("there")).folder())
                .isEqualTo(Path.of("there").toAbsolutePath());
    }

    @Test
    void quotesKeepBlanksAndGoAway() {
        assertThat(ServerCommand.parse("  'a b'  -x=\"c 'd'\" '' e\\f\t$HOME ").arguments())
                .containsExactly("a b", "-x=c 'd'", "", "e\\f", "$HOME");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> ServerCommand.parse("java 'a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A quote is not closed in the command: java 'a b");
    }

    @Test
    void anEmptyCommandIsRefused() {
        assertThatThrownBy(() -> ServerCommand.parse(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The command of a server is empty; accepted is");
    }

    @Test
    void aHealthCheckHasAPath() {
        assertThatThrownBy(() -> new HealthCheck("health"))
                .hasMessage("The health check's path is \"health\"; accepted is a path like /health, without blanks");
    }
}
