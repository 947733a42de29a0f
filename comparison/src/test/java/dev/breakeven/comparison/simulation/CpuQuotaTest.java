package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuQuotaTest {

    /** 5 of every 20, looked at after every 1. */
    private final CpuQuota quarter = new CpuQuota(5, 20, 1);

    @ParameterizedTest
    @CsvSource({
        // Within the quota: as on a whole core, not four times as long.
        "1, 0, 1",
        "5, 0, 5",
        // One more has to wait for the next period, 15 later.
        "6, 0, 21",
        "10, 0, 25",
        "11, 0, 41",
        // Started 18 into a period: 2 in it, 5 in the next, and the 3 that were left of the first are lost.
        "7, 18, 7",
        "8, 18, 23",
    })
    void runs_at_full_speed_until_the_quota_is_used_up(long cpu, long phase, long wall) {
        assertThat(quarter.wallNanos(cpu, phase)).isEqualTo(wall);
    }

    @Test
    void what_is_used_before_the_next_tick_is_owed() {
        CpuQuota coarse = new CpuQuota(5, 20, 8);
        // Nobody looks before 8 have been run, which is 3 too many; of the next 5 there are 2 left, enough to start on.
        assertThat(coarse.wallNanos(8, 0)).isEqualTo(8);
        assertThat(coarse.wallNanos(9, 0)).isEqualTo(21);
        // After 16 there are 11 owed: the periods at 40 and at 60 pay 10 of them, so that it goes on at 60.
        assertThat(coarse.wallNanos(16, 0)).isEqualTo(28);
        assertThat(coarse.wallNanos(17, 0)).isEqualTo(61);
    }

    @Test
    void in_the_long_run_nobody_gets_more_than_the_quota() {
        assertThat(new CpuQuota(5_000_000, 20_000_000, 4_000_000).wallNanos(100_000_000_000L, 0))
                .isCloseTo(400_000_000_000L, within(20_000_000L));
    }

    @Test
    void a_whole_core_is_never_throttled() {
        assertThat(CpuQuota.ofShare(1, 20, 1).wallNanos(1_000, 7)).isEqualTo(1_000);
    }

    @Test
    void gives_what_a_scheduler_gives_that_goes_tick_by_tick() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            int period = 2 + random.nextInt(40);
            CpuQuota quota = new CpuQuota(1 + random.nextInt(period - 1), period, 1 + random.nextInt(30));
            int cpu = 1 + random.nextInt(300);
            int phase = random.nextInt(period);
            int owed = random.nextInt(7) - 3;
            if (owed < quota.quotaNanos()) {
                assertThat(quota.wallNanos(cpu, phase, owed))
                        .as("%s: %d from %d, %d owed", quota, cpu, phase, owed)
                        .isEqualTo(tickByTick(quota, cpu, phase, owed));
            }
        }
    }

    @Test
    void a_quota_of_nothing_is_refused() {
        assertThatThrownBy(() -> new CpuQuota(0, 20, 1)).hasMessageContaining("last longer than 0");
    }

    /** One unit of time after the other, as the kernel's accounts have it. */
    private static long tickByTick(CpuQuota quota, long cpu, long phase, long owed) {
        long left = quota.quotaNanos() - owed;
        boolean throttled = false;
        long run = 0;
        long wall = 0;
        while (run < cpu) {
            if (!throttled) {
                run++;
                left--;
            }
            wall++;
            if ((phase + wall) % quota.periodNanos() == 0) {
                left = Math.min(left + quota.quotaNanos(), quota.quotaNanos());
                throttled &= left <= 0;
            }
            if (!throttled && run % quota.tickNanos() == 0) {
                throttled = left <= 0;
            }
        }
        return wall;
    }
}
