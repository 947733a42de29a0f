package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.breakeven.comparison.deployment.CreditTerms;
import org.junit.jupiter.api.Test;

class CpuCreditsTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final int PROCESSORS = 2;

    private long now;
    private double work;

    /**
     * Example 1 of the EC2 User Guide, "Explain credit use with T3 Unlimited": a t3.nano, followed by the minute. The guide
     * prints 122 and 448 for 122.4 and 447.6, and 304 for 303.6.
     */
    @Test
    void the_guide_s_trace_of_a_t3_nano_in_unlimited_mode() {
        followTheGuide(new CreditTerms(6, 144, 0, true));
    }

    /** Two processors that earn as much as they can spend. */
    @Test
    void credits_that_never_run_out_do_not_follow_the_guide() {
        CreditTerms planted = new CreditTerms(120, 144, 0, true);
        assertThatThrownBy(() -> followTheGuide(planted)).isInstanceOf(AssertionError.class);
    }

    private void followTheGuide(CreditTerms terms) {
        CpuCredits credits = new CpuCredits(terms, 0);
        pass(credits, 24, 0);
        assertThat(credits.balance()).isCloseTo(144, within(1e-6));
        pass(credits, 12, 0.025);
        assertThat(credits.balance()).isCloseTo(144, within(1e-6));
        pass(credits, 24, 0.07);
        assertThat(credits.balance()).isCloseTo(86.4, within(1e-6));
        pass(credits, 12, 0.025);
        assertThat(credits.balance()).isCloseTo(122.4, within(1e-6));
        pass(credits, 5, 1);
        assertThat(credits.balance()).isZero();
        assertThat(credits.surplus()).isCloseTo(144, within(1e-6));
        assertThat(credits.charged()).isCloseTo(303.6, within(1e-6));
        pass(credits, 13, 0.05);
        assertThat(credits.surplus()).isCloseTo(144, within(1e-6));
        pass(credits, 24, 0);
        assertThat(credits.surplus()).isCloseTo(0, within(1e-6));
        assertThat(credits.charged()).isCloseTo(303.6, within(1e-6));
    }

    /** A t2.nano with 72 saved, its one processor busy for 160 minutes: 160 spent and 8 earned, 80 beyond what was saved. */
    @Test
    void what_goes_beyond_a_day_s_earnings_is_charged() {
        CpuCredits credits = new CpuCredits(new CreditTerms(3, 72, 72, true), 0);
        credits.account(160 * 60_000_000_000L, 160 * 60e9);
        assertThat(credits.surplus()).isCloseTo(72, within(1e-6));
        assertThat(credits.charged()).isCloseTo(8, within(1e-6));
    }

    @Test
    void what_cannot_be_earned_any_more_is_charged_at_the_end() {
        CpuCredits credits = new CpuCredits(new CreditTerms(6, 144, 0, true), 0);
        pass(credits, 1, 0.55);
        assertThat(credits.charged()).isZero();
        assertThat(credits.chargedAtEnd()).isCloseTo(60, within(1e-6));
    }

    @Test
    void in_standard_mode_they_run_out() {
        CpuCredits credits = new CpuCredits(new CreditTerms(12, 288, 108, false), 0);
        pass(credits, 1, 0.5);
        assertThat(credits.balance()).isCloseTo(60, within(1e-6));
        assertThat(credits.isExhausted()).isFalse();
        assertThat(credits.nanosToExhaustion(PROCESSORS) / 60e9).isCloseTo(60 / (2 - 0.2), within(1e-6));
        pass(credits, 2, 0.5);
        assertThat(credits.isExhausted()).isTrue();
        assertThat(credits.charged()).isZero();
    }

    /** Minute by minute, with all processors busy for a part of the time. */
    private void pass(CpuCredits credits, int hours, double busy) {
        for (int minute = 0; minute < 60 * hours; minute++) {
            now += HOUR / 60;
            work += busy * PROCESSORS * 60e9;
            credits.account(now, work);
        }
    }
}
