package dev.breakeven.comparison.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuTimesTest {

    @Test
    void calls_on_a_line_give_back_the_line() {
        // 1 ms and 70 ns per byte, which is 70 ms per megabyte.
        CpuTimes times = CpuTimes.fit(List.of(call(0, 1.0), call(100_000, 8.0), call(1_000_000, 71.0)));
        assertThat(times.nanosFixed()).isCloseTo(1e6, within(1.0));
        assertThat(times.nanosPerByte()).isCloseTo(70, within(1e-6));
        assertThat(times.nanos(500_000, 0.5)).isCloseTo(36e6, within(100.0));
    }

    @Test
    void a_single_payload_gives_its_median_and_no_slope() {
        CpuTimes times = CpuTimes.fit(List.of(call(0, 2), call(0, 1), call(0, 9)));
        assertThat(times.nanosFixed()).isEqualTo(2e6);
        assertThat(times.nanosPerByte()).isZero();
    }

    @Test
    void what_the_line_misses_is_drawn_from_so_that_tails_stay() {
        List<CpuTimes.Call> calls = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            calls.add(call(0, 1));
        }
        calls.add(call(0, 10));
        CpuTimes times = CpuTimes.fit(calls);
        assertThat(times.nanos(0, 0.0)).isEqualTo(1e6);
        assertThat(times.nanos(0, 0.98)).isEqualTo(1e6);
        assertThat(times.nanos(0, 0.995)).isEqualTo(10e6);
    }

    @Test
    void small_payloads_count_as_much_as_large_ones() {
        // The large call is 20 ms off a line of 1 ms and 70 ms/MB; by absolute errors the fixed part would be lost in
        // it.
        CpuTimes times =
                CpuTimes.fit(List.of(call(0, 1), call(0, 1), call(10_000, 1.7), call(100_000, 8), call(1_000_000, 91)));
        assertThat(times.nanosFixed() / 1e6).isCloseTo(1, within(0.05));
    }

    @Test
    void a_line_never_falls_below_zero() {
        CpuTimes falling = CpuTimes.fit(List.of(call(0, 2), call(1_000, 1)));
        assertThat(falling.nanosPerByte()).isZero();
        assertThat(falling.nanosFixed()).isPositive();
        CpuTimes steep = CpuTimes.fit(List.of(call(1_000, 0.1), call(2_000, 10)));
        assertThat(steep.nanosFixed()).isZero();
        assertThat(steep.nanosPerByte()).isPositive();
    }

    private static CpuTimes.Call call(long bytes, double millis) {
        return new CpuTimes.Call(bytes, Math.round(millis * 1e6));
    }
}
