package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadroomTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.4, 1, 1.5, 21, 430, 999})
    void itFindsTheEdgeToOnePercentFromBelow(double edge) {
        double found = Headroom.of(crowd -> crowd <= edge, 1_000);
        assertThat(found).isLessThanOrEqualTo(edge).isCloseTo(edge, Percentage.withPercentage(1));
    }

    @Test
    void whatHoldsAllThatIsTriedHasThatMuch() {
        assertThat(Headroom.of(crowd -> true, 300)).isEqualTo(300);
    }

    @Test
    void whatHoldsNobodyHasNone() {
        assertThat(Headroom.of(crowd -> false, 300)).isZero();
    }

    @Test
    void noCrowdBeyondTheMostIsTried() {
        List<Double> tried = new ArrayList<>();
        Headroom.of(crowd -> tried.add(crowd), 300);
        assertThat(tried).allMatch(crowd -> crowd <= 300).hasSize(10);
    }
}
