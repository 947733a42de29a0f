package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    private static final List<String> COMPARED = List.of("lambda-rest-api", "ec2-single");

    @ParameterizedTest
    @CsvSource({
        "total<=30, TOTAL, 30",
        "p99<=500ms, P99, 500",
        "p99.9 <= 1.5s, P99_9, 1500",
        "failed<=0.1%, FAILED, 0.1",
        "cold<=1%, COLD, 1",
        "total:30, TOTAL, 30",
        "max:5s, MAX, 5000"
    })
    void aBudgetWithoutANameIsForWhicheverIsRecommended(String text, Budget.Metric metric, double limit)
            throws Exception {
        assertThat(Budget.parse(text, COMPARED)).isEqualTo(new Budget(Optional.empty(), metric, limit, text));
    }

    @Test
    void aBudgetWithANameIsForThatDeployment() throws Exception {
        Budget budget = Budget.parse("lambda-rest-api:failed<=0.1%", COMPARED);
        assertThat(budget.isFor("lambda-rest-api")).isTrue();
        assertThat(budget.isFor("ec2-single")).isFalse();
        assertThat(Budget.parse("lambda-rest-api:failed:0.1%", COMPARED))
                .usingRecursiveComparison()
                .ignoringFields("written")
                .isEqualTo(budget);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p98<=500ms | --budget takes what is limited, <= or a colon, and the limit, not 'p98<=500ms': total<=30,",
                "total | --budget takes what is limited, <= or a colon, and the limit, not 'total'",
                "total<=cheap | --budget 'total<=cheap': cheap is no limit of total; one like 30 is.",
                "total<=30d | --budget 'total<=30d': 30d is no limit of total; one like 30 is.",
                "total<=-1 | --budget 'total<=-1': -1 is no limit of total; one like 30 is.",
                "p99<=500 | --budget 'p99<=500': 500 is no limit of p99; one like 500ms is.",
                "failed<=0.1 | --budget 'failed<=0.1': 0.1 is no limit of failed; one like 0.1% is.",
                "fargate:total<=30 | --budget 'fargate:total<=30': fargate is not compared; lambda-rest-api, ec2-single are."
            })
    void aBudgetThatCannotBeReadIsRefusedWithWhatIsAccepted(String text, String message) {
        assertThatThrownBy(() -> Budget.parse(text, COMPARED))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(message);
    }
}
