package dev.breakeven.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.service.ServiceFile;
import dev.breakeven.comparison.workload.Workload;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    @AfterEach
    void unset() {
        System.clearProperty("peak");
        System.clearProperty("workload");
    }

    @Test
    void without_one_there_is_a_default() {
        System.setProperty("peak", "");
        assertThat(Setting.number("peak", 20, 1, 10_000)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "0", "10001", "1.5"})
    void a_number_out_of_range_is_refused(String text) {
        System.setProperty("peak", text);
        assertThatThrownBy(() -> Setting.number("peak", 20, 1, 10_000))
                .hasMessage("-Dpeak takes a whole number from 1 to 10000, not '" + text + "'.");
    }

    @Test
    void a_workload_that_there_is_not_is_named() throws Exception {
        System.setProperty("workload", "frontpage");
        Service service = ServiceFile.builtInAsked();
        assertThatThrownBy(() -> Setting.workload(service, "front-page"))
                .hasMessageContaining("There is no workload 'frontpage'");
    }

    @Test
    void a_workload_without_requests_is_refused() throws Exception {
        Service service = ServiceFile.builtInAsked();
        System.setProperty("workload", "steady:0.000001/s");
        Workload workload = Setting.workload(service, "front-page").busiest(Duration.ofSeconds(5), Duration.ZERO);
        assertThatThrownBy(() -> new Crowd(workload, service, Injector.parse("1/1")))
                .hasMessageContaining("has no requests in 5 s.");
    }

    @Test
    void a_target_that_is_neither_ours_nor_a_url_is_refused() throws Exception {
        Service service = ServiceFile.builtInAsked();
        assertThatThrownBy(() -> Target.of("lambda", service))
                .hasMessage("The target is 'functions', 'servers' or a URL like http://127.0.0.1:8080, not 'lambda'.");
    }
}
