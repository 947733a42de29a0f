package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Test
    void a_price_stands_with_its_age_its_grade_and_its_source() throws Exception {
        String text = new PriceListReport(list("us-east-1"), DAY).text();
        assertThat(text).startsWith("us-east-1 prices of 2026-09-30, in US dollars before tax\n");
        assertThat(text).containsPattern("\n   t4g\\.nano +0\\.0042 +hour +73 d +A \\[\\d+]\n");
        assertThat(text).contains("2026-07-20 aws/karpenter-provider-aws pkg/providers/pricing/");
    }

    @Test
    void what_is_older_than_180_days_is_marked_and_counted() throws Exception {
        PriceList list = list("us-east-1");
        String text = new PriceListReport(list, DAY).text();
        // The alarm's price is of 2026-09-29, that of logs of 2024-07-01.
        assertThat(text)
                .containsPattern("alarm +0\\.1 +alarm-month +2 d +A")
                .containsPattern("ingestion +0\\.5 +GB +822 d ! +B");
        assertThat(text).contains(" 'breakeven prices refresh --region us-east-1' reads AWS's own of today.");
        long marked = text.lines().filter(line -> line.contains(" d ! ")).count();
        assertThat(text)
                .contains(" " + marked + " of 109 prices are older than 180 days (!), the oldest is of 2022-12-19.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "eu-west-1", "eu-central-1", "ap-northeast-1"})
    void its_tables_fit_100_columns(String region) throws Exception {
        String text = new PriceListReport(list(region), DAY).text();
        assertThat(text.lines().filter(line -> !line.startsWith(" [")))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }

    @Test
    void the_json_has_every_tier() throws Exception {
        JsonNode json = new ObjectMapper().readTree(new PriceListReport(list("us-east-1"), DAY).json());
        assertThat(json.path("schema").asText()).isEqualTo("prices/1");
        assertThat(json.path("prices"))
                .hasSize(109)
                .allSatisfy(price -> assertThat(price)
                        .extracting(node -> node.path("source").asText())
                        .asString()
                        .isNotEmpty());
        JsonNode first = json.path("prices").path(0);
        assertThat(first.path("item").asText()).isEqualTo("http-requests");
        assertThat(first.path("price").asText()).isEqualTo("0.000001");
        assertThat(first.path("ageDays").asInt()).isEqualTo(333);
    }

    private static PriceList list(String region) throws Exception {
        return PriceLists.packaged().newest(region);
    }
}
