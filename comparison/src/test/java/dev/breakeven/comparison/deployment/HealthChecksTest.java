package dev.breakeven.comparison.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthChecksTest {

    @Test
    void reads_elastic_beanstalk_s_default() {
        assertThat(HealthChecks.parse("15s/5s/3/5"))
                .isEqualTo(new HealthChecks(Duration.ofSeconds(15), Duration.ofSeconds(5), 3, 5, false));
        assertThat(HealthChecks.parse("15s/5s/3/5/replace").replaces()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"15s", "15s/5s/3", "15s/5s/3/x", "15s/5s/3/5/ec2"})
    void refuses_other_forms_and_says_what_is_accepted(String text) {
        assertThatThrownBy(() -> HealthChecks.parse(text)).hasMessageContaining("such as 15s/5s/3/5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s/15s/3/5", "15s/5s/0/5", "15s/5s/3/0"})
    void refuses_checks_that_overtake_each_other_or_decide_nothing(String text) {
        assertThatThrownBy(() -> HealthChecks.parse(text))
                .hasMessage("health checks have a timeout above 0 and up to the interval, and 1 check and up in a row");
    }
}
