package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadroomSearchTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.4, 1, 1.5, 21, 430, 999})
    void itFindsTheEdgeToOnePercentFromBelow(double edge) {
        HeadroomSearch.Edge found = HeadroomSearch.of(crowd -> crowd <= edge, 1_000);
        assertThat(found.held()).isLessThanOrEqualTo(edge).isCloseTo(edge, Percentage.withPercentage(1));
        double failed = found.failed().orElseThrow();
        assertThat(failed).isGreaterThan(edge).isCloseTo(edge, Percentage.withPercentage(1));
    }

    @Test
    void whatHoldsAllThatIsTriedHasThatMuch() {
        assertThat(HeadroomSearch.of(crowd -> true, 300))
                .isEqualTo(new HeadroomSearch.Edge(300, OptionalDouble.empty()));
    }

    @Test
    void whatHoldsNobodyHasNone() {
        assertThat(HeadroomSearch.of(crowd -> false, 300).held()).isZero();
    }

    @Test
    void noCrowdBeyondTheMostIsTried() {
        List<Double> tried = new ArrayList<>();
        HeadroomSearch.of(crowd -> tried.add(crowd), 300);
        assertThat(tried).allMatch(crowd -> crowd <= 300).hasSize(10);
    }
}
