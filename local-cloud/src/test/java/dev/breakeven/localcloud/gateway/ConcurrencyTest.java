package dev.breakeven.localcloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    @Test
    void unlessToldOtherwiseAsManyAsFreeMemoryHolds() {
        assertThat(Concurrency.of(OptionalInt.empty(), 1_000, OptionalLong.of(7_999)))
                .isEqualTo(new Concurrency(7, "as many of 1,000 MB as 7,999 MB of free memory hold"));
    }

    @Test
    void butOneInAnyCaseAndAThousandAtTheMost() {
        assertThat(Concurrency.of(OptionalInt.empty(), 1_000, OptionalLong.of(999))
                        .environments())
                .isEqualTo(1);
        assertThat(Concurrency.of(OptionalInt.empty(), 128, OptionalLong.of(1_000_000))
                        .environments())
                .isEqualTo(1_000);
    }

    @Test
    void aNumberThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Concurrency.of(OptionalInt.of(8), 1_000, OptionalLong.of(7_999)))
                .hasMessage("A concurrency of 8 with 1,000 MB each needs 8,000 MB of memory, and 7,999 MB are free;"
                        + " accepted is up to 7, or less memory for each");
    }

    @Test
    void whereFreeMemoryIsNotKnownNothingIsRefused() {
        assertThat(Concurrency.of(OptionalInt.of(8), 10_240, OptionalLong.empty())
                        .environments())
                .isEqualTo(8);
    }
}
