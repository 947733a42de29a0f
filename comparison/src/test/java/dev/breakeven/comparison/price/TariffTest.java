package dev.breakeven.comparison.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTest {

    private static final Evidence EVIDENCE = new Evidence("a table", LocalDate.of(2026, 9, 30), "D");

    /** $3 up to 10, $2 up to 30, $1 above. */
    private static final Tariff TARIFF = new Tariff(List.of(tier(0, 3), tier(10, 2), tier(30, 1)));

    @Test
    void a_quantity_is_cut_where_the_price_changes() {
        assertThat(TARIFF.slices(BigDecimal.valueOf(35))).containsExactly(slice(10, 0), slice(20, 1), slice(5, 2));
    }

    @Test
    void a_tier_that_is_just_full_opens_no_next_one() {
        assertThat(TARIFF.slices(BigDecimal.valueOf(10))).containsExactly(slice(10, 0));
    }

    @Test
    void nothing_used_is_one_empty_slice() {
        assertThat(TARIFF.slices(BigDecimal.ZERO)).containsExactly(slice(0, 0));
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
        return new Tariff.Tier(BigDecimal.valueOf(from), BigDecimal.valueOf(dollars), EVIDENCE);
    }

    private static Tariff.Slice slice(int quantity, int tier) {
        return new Tariff.Slice(BigDecimal.valueOf(quantity), TARIFF.tiers().get(tier));
    }
}
