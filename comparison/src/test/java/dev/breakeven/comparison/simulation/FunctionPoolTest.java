package dev.breakeven.comparison.simulation;

import static dev.breakeven.comparison.simulation.FunctionPool.Found.AT_CONCURRENCY;
import static dev.breakeven.comparison.simulation.FunctionPool.Found.AT_GROWTH;
import static dev.breakeven.comparison.simulation.FunctionPool.Found.COLD;
import static dev.breakeven.comparison.simulation.FunctionPool.Found.WARM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.Reuse;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionPoolTest {

    private static final FunctionScaling.Growth GROWTH = FunctionScaling.Growth.LAMBDA;

    private final FunctionPool pool = new FunctionPool(
            FunctionScaling.onDemand(new Distribution.Fixed(100), 2), RequestStream.generator(1, "scaling"));

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
        assertThat(pool.take(2)).isEqualTo(AT_CONCURRENCY);
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

    @ParameterizedTest
    @CsvSource({"MOST_RECENT, 1", "NEWEST, 3", "OLDEST, 1"})
    void which_idle_one_is_taken_is_told_by_which_one_goes_first(Reuse reuse, int busyAgain) {
        FunctionPool four = pool(new FunctionScaling(new Distribution.Fixed(100), reuse, 9, 0, GROWTH));
        // Created in the order 1, 2, 3; free again in the order 3, 2, 1.
        call(four, 0, 30);
        call(four, 1, 20);
        call(four, 2, 10);
        assertThat(call(four, 50, 60)).isEqualTo(WARM);
        assertThat(four.taken()).isEqualTo(busyAgain);
    }

    @Test
    void provisioned_ones_are_never_cold_and_never_go() {
        FunctionPool two = pool(new FunctionScaling(new Distribution.Fixed(100), Reuse.MOST_RECENT, 9, 2, GROWTH));
        assertThat(call(two, 0, 10)).isEqualTo(WARM);
        assertThat(call(two, 1, 11)).isEqualTo(WARM);
        assertThat(call(two, 2, 12)).isEqualTo(COLD);
        assertThat(call(two, 1_000, 1_010)).isEqualTo(WARM);
        assertThat(call(two, 1_001, 1_011)).isEqualTo(WARM);
        assertThat(call(two, 1_002, 1_012)).isEqualTo(COLD);
        two.close(2_000);
        assertThat(two.peak()).isEqualTo(3);
        // Two for 2,000, and twice one for 10 and the keep-alive of 100.
        assertThat(two.existingNanos()).isEqualTo(2 * 2_000 + 2 * 110);
    }

    @Test
    void growth_is_refilled_continuously_and_no_more_is_saved_than_fits() {
        FunctionScaling.Growth threeIn30 = new FunctionScaling.Growth(3, Duration.ofNanos(30));
        FunctionPool growing =
                pool(new FunctionScaling(new Distribution.Fixed(100), Reuse.MOST_RECENT, 99, 0, threeIn30));
        // Nothing was used for a long time, and still there are three, then one every 10.
        for (int i = 0; i < 3; i++) {
            assertThat(call(growing, 1_000, 5_000)).isEqualTo(COLD);
        }
        assertThat(growing.take(1_000)).isEqualTo(AT_GROWTH);
        assertThat(growing.take(1_009)).isEqualTo(AT_GROWTH);
        assertThat(call(growing, 1_010, 5_000)).isEqualTo(COLD);
        assertThat(growing.take(1_011)).isEqualTo(AT_GROWTH);
        assertThat(call(growing, 1_020, 5_000)).isEqualTo(COLD);
    }

    private static FunctionPool pool(FunctionScaling scaling) {
        return new FunctionPool(scaling, RequestStream.generator(1, "scaling"));
    }

    private FunctionPool.Found call(long from, long until) {
        return call(pool, from, until);
    }

    private static FunctionPool.Found call(FunctionPool pool, long from, long until) {
        FunctionPool.Found found = pool.take(from);
        pool.occupy(from, until);
        return found;
    }
}
