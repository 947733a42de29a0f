package dev.breakeven.localcloud.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    @Test
    void aTimeScaleOf20MakesFiveMinutesFifteenSeconds() {
        assertThat(new TimeScale(20).real(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(15));
        assertThat(new TimeScale(20).modelledNanos(15_000_000_000L)).isEqualTo(300_000_000_000L);
    }
}
