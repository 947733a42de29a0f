package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.usage.Demand;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.comparison.usage.UsageItem;
import dev.breakeven.comparison.verdict.CostCrossings;
import dev.breakeven.comparison.verdict.CostCurve;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakEvenReportTest {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final Usage REST = new Usage.RestApi(MILLION, BigDecimal.ZERO, Traffic.NONE);
    private static final Usage HTTP = new Usage.HttpApi(MILLION, BigDecimal.ZERO, Traffic.NONE);

    /** 3.066 a month, however many requests. */
    private static final Usage NANO = new Usage.Ec2("t4g.nano", Fleet.of(1), HOURS, BigDecimal.ZERO, false);

    @Test
    void a_crossing_is_a_sentence() throws Exception {
        assertThat(report(REST, NANO).text())
                .contains(" A is cheaper than B below 876,000 requests a month, at $3.07.\n")
                .containsPattern("\n A +0 +875,999 +0\\.00 +3\\.07\n B +876,001 +1,000,000,000 +3\\.07 +3\\.07\n");
    }

    @Test
    void without_a_crossing_it_says_which_one_is_cheaper_all_along() throws Exception {
        assertThat(report(REST, HTTP).text())
                .contains(" B is cheaper than A or costs the same."
                        + " There is no crossing up to 1,000,000,000 requests a month.\n");
        assertThat(report(NANO, NANO).text())
                .contains(" A and B cost the same. There is no crossing up to 1,000,000,000 requests a month.\n");
    }

    @Test
    void the_json_has_every_crossing_and_every_range() throws Exception {
        JsonNode json = new ObjectMapper().readTree(report(REST, NANO).json());
        assertThat(json.path("schema").asText()).isEqualTo("break-even/1");
        assertThat(json.path("breakEven")).hasSize(1);
        JsonNode crossing = json.path("breakEven").path(0);
        assertThat(crossing.path("cheaper").asText()).isEqualTo("A");
        assertThat(crossing.path("than").asText()).isEqualTo("B");
        assertThat(crossing.path("below").path("requestsPerMonth").asLong()).isEqualTo(876_000);
        assertThat(crossing.path("monthly").asText()).isEqualTo("3.07");
        assertThat(json.path("ranges"))
                .extracting(range -> range.path("from") + " " + range.path("to") + " " + range.path("cheaper"))
                .containsExactly("0 875999 \"A\"", "876000 876000 null", "876001 1000000000 \"B\"");
    }

    private static BreakEvenReport report(Usage one, Usage other) throws BadInputException {
        long requestsMax = 1_000_000_000;
        CostCurve first = curve("A", one);
        CostCurve second = curve("B", other);
        return new BreakEvenReport(first, second, CostCrossings.ranges(first, second, requestsMax), requestsMax);
    }

    private static CostCurve curve(String name, Usage usage) throws BadInputException {
        Terms terms = new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.NONE, HOURS, List.of());
        Demand demand = new Demand(List.of(new UsageItem(usage, FreeTier.NONE)), MILLION);
        return new CostCurve(name, demand, new Billing(terms));
    }
}
