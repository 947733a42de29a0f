package dev.breakeven.comparison.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class WarmingUpTest {

    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    /** A process whose calls take what a function of their number says, 1 being the first. */
    private static final class Program implements WarmingUp.Calls {

        private final AtomicInteger calls = new AtomicInteger();
        private final IntToDoubleFunction nanos;

        Program(IntToDoubleFunction nanos) {
            this.nanos = nanos;
        }

        @Override
        public double nanos(int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += nanos.applyAsDouble(calls.incrementAndGet());
            }
            return sum;
        }
    }

    @Test
    void a_process_that_is_the_same_from_the_first_call_on_is_left_soon() throws Exception {
        Program process = new Program(call -> 1_000);
        WarmingUp.Warm warm = WarmingUp.up(1, AS_LONG_AS_IT_TAKES, process);
        assertThat(warm.nanos()).isEqualTo(1_000);
        assertThat(warm.firstNanos()).isEqualTo(1_000);
        assertThat(warm.compiles()).isFalse();
        assertThat(process.calls.get()).isBetween(512, 2_048);
    }

    @Test
    void young_calls_are_seen_as_multiples_of_warm_ones() throws Exception {
        Program process = new Program(call -> call == 1 ? 50_000 : call < 4 ? 4_000 : call < 128 ? 2_000 : 1_000);
        WarmingUp.Warm warm = WarmingUp.up(1, AS_LONG_AS_IT_TAKES, process);
        assertThat(warm.firstNanos()).isEqualTo(50_000);
        assertThat(warm.nanos()).isEqualTo(1_000);
        assertThat(warm.warmUp().ratio(2)).isEqualTo(4);
        assertThat(warm.warmUp().ratio(3)).isEqualTo(4);
        assertThat(warm.warmUp().ratio(127)).isEqualTo(2);
        assertThat(warm.warmUp().ratio(128)).isEqualTo(1);
        assertThat(warm.compiles()).isTrue();
    }

    /** Calls of two processes, each called as often as the other. */
    @Test
    void several_processes_are_taken_together() throws Exception {
        Program both = new Program(call -> call <= 2 ? 30_000 : 1_000);
        WarmingUp.Warm warm = WarmingUp.up(2, AS_LONG_AS_IT_TAKES, both);
        assertThat(warm.firstNanos()).isEqualTo(30_000);
        assertThat(warm.warmUp().ratio(2)).isEqualTo(1);
    }

    @Test
    void it_goes_on_while_calls_become_faster() throws Exception {
        Program process = new Program(call -> call < 6_000 ? 2_000 - call * 0.16 : 1_040);
        WarmingUp.Warm warm = WarmingUp.up(1, AS_LONG_AS_IT_TAKES, process);
        // Three chunks of 256 become 10 % faster per 1,000 calls here, so that it is left where that is less than 5 %.
        assertThat(process.calls.get()).isGreaterThan(1_500);
        assertThat(warm.nanos()).isLessThan(1_900);
    }

    @Test
    void whatever_the_limit_there_are_enough_calls_to_say_something() throws Exception {
        Program process = new Program(call -> 1_000_000.0 / call);
        WarmingUp.Warm warm = WarmingUp.up(1, Duration.ZERO, process);
        assertThat(process.calls.get()).isEqualTo(511); // In steps of powers of two.
        assertThat(warm.firstNanos()).isEqualTo(1_000_000);
    }

    @Test
    void young_calls_are_put_in_relation_to_what_is_warm_in_the_end() throws Exception {
        WarmingUp.Warm early = WarmingUp.up(1, AS_LONG_AS_IT_TAKES, new Program(call -> call < 4 ? 3_000 : 1_500));
        WarmingUp.Warm late = early.until(WarmingUp.further(1, AS_LONG_AS_IT_TAKES, new Program(call -> 1_000)));
        assertThat(late.nanos()).isEqualTo(1_000);
        assertThat(late.warmUp().ratio(2)).isCloseTo(3, within(1e-9));
        assertThat(late.warmUp().ratio(100)).isCloseTo(1.5, within(1e-9));
    }
}
