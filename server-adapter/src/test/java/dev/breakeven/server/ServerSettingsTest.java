package dev.breakeven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @Test
    void unless_told_otherwise_it_is_port_8080_on_all_addresses() {
        assertThat(ServerSettings.from(Map.of())).isEqualTo(new ServerSettings("0.0.0.0", 8080));
    }

    @Test
    void the_environment_names_port_and_host() {
        assertThat(ServerSettings.from(Map.of("PORT", "5000", "HOST", "127.0.0.1")))
                .isEqualTo(new ServerSettings("127.0.0.1", 5000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "-1", "65536", "80.0", "4294967376"})
    void a_port_that_is_none_is_refused_and_says_what_is_one(String port) {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("PORT", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PORT is '" + port + "'; give a number from 0 to 65535, where 0 takes any free port.");
    }

    @Test
    void a_host_without_address_is_refused() {
        assertThatThrownBy(() -> ServerSettings.from(Map.of("HOST", "not a host")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HOST is 'not a host', which has no address; give a name or an address of this machine.");
    }
}
