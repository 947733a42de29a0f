package dev.breakeven.comparison.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationFormatTest {

    @ParameterizedTest
    @CsvSource({
        "250ms,PT0.25S",
        "1.991s,PT1.991S",
        "10m,PT10M",
        "6h,PT6H",
        "30d,PT720H",
        "0s,PT0S",
        "7us,PT0.000007S",
        "9d+18h,PT234H",
        "1h+30m+1.5s,PT1H30M1.5S"
    })
    void reads_each_unit(String text, Duration duration) {
        assertThat(DurationFormat.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "ms", "-1s", "1 s", "1sec", "1e3s", "1d+", "+1d", "1d+x"})
    void refuses_what_is_no_duration(String text) {
        assertThatThrownBy(() -> DurationFormat.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no duration; 250ms, 1.5s, 10m, 6h and 30d are.");
    }

    @Test
    void refuses_what_does_not_fit() {
        assertThatThrownBy(() -> DurationFormat.parse("999999999d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than 292 years");
    }
}
