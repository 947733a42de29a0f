package dev.breakeven.comparison.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTest {

    /** $3 up to 10, $2 up to 30, $1 above. */
    private static final Tariff TARIFF = new Tariff(List.of(tier(0, 3), tier(10, 2), tier(30, 1)));

    @Test
    void a_quantity_is_cut_where_the_price_changes() {
        assertThat(TARIFF.slices(BigDecimal.valueOf(35))).containsExactly(slice(10, 3), slice(20, 2), slice(5, 1));
    }

    @Test
    void a_tier_that_is_just_full_opens_no_next_one() {
        assertThat(TARIFF.slices(BigDecimal.valueOf(10))).containsExactly(slice(10, 3));
    }

    @Test
    void nothing_used_is_one_empty_slice() {
        assertThat(TARIFF.slices(BigDecimal.ZERO)).containsExactly(slice(0, 3));
    }

    @Test
    void tiers_start_at_zero_and_rise() {
        assertThatThrownBy(() -> new Tariff(List.of(tier(1, 3)))).hasMessage("the first tier starts at 0");
        assertThatThrownBy(() -> new Tariff(List.of(tier(0, 3), tier(0, 2))))
                .hasMessage("a tier starts above the one before, not at 0");
    }

    @Test
    void nobody_uses_less_than_nothing() {
        assertThatThrownBy(() -> TARIFF.slices(BigDecimal.valueOf(-1))).hasMessage("nobody uses -1");
    }

    private static Tariff.Tier tier(int from, int dollars) {
        return new Tariff.Tier(BigDecimal.valueOf(from), BigDecimal.valueOf(dollars));
    }

    private static Tariff.Slice slice(int quantity, int dollars) {
        return new Tariff.Slice(BigDecimal.valueOf(quantity), BigDecimal.valueOf(dollars));
    }
}
