package dev.breakeven.localcloud.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScalingLawTest {

    private static final long MINUTE = 60_000_000_000L;

    @Test
    void beanstalkAddsOneAboveSixMegabytesAndTakesOneOutBelowTwo() {
        ScalingLaw law = new ScalingLaw(ScalingPolicy.ELASTIC_BEANSTALK, 1, 4);
        assertThat(law.everyNanos()).isEqualTo(MINUTE);
        assertThat(law.periodNanos()).isEqualTo(5 * MINUTE);
        assertThat(law.endsPeriod(4 * MINUTE)).isFalse();
        assertThat(law.endsPeriod(5 * MINUTE)).isTrue();
        law.observe(6_000_000);
        assertThat(law.decide(5 * MINUTE, 1, 1, 6_000_000)).as("not above").isEqualTo(1);
        law.observe(6_000_001);
        assertThat(law.decide(10 * MINUTE, 1, 1, 6_000_001)).isEqualTo(2);
        assertThat(law.decide(10 * MINUTE, 4, 4, 6_000_001)).as("the most").isEqualTo(4);
        law.observe(1_999_999);
        assertThat(law.decide(15 * MINUTE, 2, 2, 1_999_999)).isEqualTo(1);
        assertThat(law.decide(15 * MINUTE, 1, 1, 1_999_999)).as("the least").isEqualTo(1);
    }

    @Test
    void nothingIsDecidedDuringALaunchAndForSixMinutesAfterIt() {
        ScalingLaw law = new ScalingLaw(ScalingPolicy.ELASTIC_BEANSTALK, 1, 4);
        law.observe(9_000_000);
        law.launching();
        assertThat(law.decide(100 * MINUTE, 1, 2, 9_000_000)).isEqualTo(2);
        law.changed(100 * MINUTE);
        assertThat(law.decide(105 * MINUTE, 2, 2, 9_000_000)).isEqualTo(2);
        assertThat(law.decide(106 * MINUTE, 2, 2, 9_000_000)).isEqualTo(3);
    }

    @Test
    void aTargetIsMetThreeMinutesAboveItOrFifteenBelowNineTenths() {
        ScalingLaw law = new ScalingLaw(new ScalingPolicy.TargetTracking(50), 1, 10);
        law.observe(100);
        law.observe(100);
        assertThat(law.decide(2 * MINUTE, 2, 2, 100)).isEqualTo(2);
        law.observe(100);
        assertThat(law.decide(3 * MINUTE, 2, 2, 100))
                .as("2 at 100 % are 4 at 50 %")
                .isEqualTo(4);
        for (int minute = 0; minute < 15; minute++) {
            assertThat(law.decide(minute * MINUTE, 4, 4, 25)).isEqualTo(4);
            law.observe(25);
        }
        assertThat(law.decide(15 * MINUTE, 4, 4, 25))
                .as("4 at 25 % are 2 at 50 %")
                .isEqualTo(2);
    }
}
