package dev.breakeven.comparison.simulation;

import static dev.breakeven.comparison.simulation.FunctionPool.Found.COLD;
import static dev.breakeven.comparison.simulation.FunctionPool.Found.NOTHING;
import static dev.breakeven.comparison.simulation.FunctionPool.Found.WARM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import org.junit.jupiter.api.Test;

class FunctionPoolTest {

    private final FunctionPool pool =
            new FunctionPool(new Distribution.Fixed(100), 2, RequestStream.generator(1, "scaling"));

    @Test
    void a_free_environment_is_used_again_within_its_keep_alive() {
        assertThat(call(0, 10)).isEqualTo(COLD);
        assertThat(call(110, 120)).isEqualTo(WARM);
        assertThat(call(221, 230)).isEqualTo(COLD);
    }

    @Test
    void a_busy_environment_is_not_shared() {
        assertThat(call(0, 10)).isEqualTo(COLD);
        assertThat(call(9, 20)).isEqualTo(COLD);
        assertThat(call(10, 30)).isEqualTo(WARM);
        assertThat(pool.peak()).isEqualTo(2);
    }

    @Test
    void beyond_the_limit_there_is_nothing() {
        assertThat(call(0, 10)).isEqualTo(COLD);
        assertThat(call(1, 10)).isEqualTo(COLD);
        assertThat(pool.take(2)).isEqualTo(NOTHING);
        assertThat(call(10, 20)).isEqualTo(WARM);
    }

    @Test
    void the_one_used_last_is_used_first_so_that_the_other_dies() {
        call(0, 10);
        call(1, 20);
        // From now on one request at a time: the one that was free last serves all of them.
        assertThat(call(60, 70)).isEqualTo(WARM);
        assertThat(call(105, 115)).isEqualTo(WARM);
        // The other has been idle since 10, so it was gone at 110.
        assertThat(call(116, 126)).isEqualTo(WARM);
        assertThat(call(117, 127)).isEqualTo(COLD);
    }

    @Test
    void time_is_accounted_for_as_busy_and_idle() {
        call(0, 10);
        call(50, 60);
        pool.close(1_000);
        // Busy for 10 and 10; idle from 10 to 50, and from 60 until the keep-alive ended at 160.
        assertThat(pool.busyNanos()).isEqualTo(20);
        assertThat(pool.existingNanos()).isEqualTo(160);
    }

    private FunctionPool.Found call(long from, long until) {
        FunctionPool.Found found = pool.take(from);
        pool.occupy(from, until);
        return found;
    }
}
