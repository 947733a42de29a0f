package dev.breakeven.comparison.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {

    private static final String HEAD = "# A note.\nservice,item,from,unit,price,source,as_of,grade\n";
    private static final String ROW = "ec2,t4g.nano,0,hour,0.0042,a table,2026-07-20,A";

    @Test
    void the_newest_list_has_every_price_with_source_date_and_grade() throws BadInputException {
        PriceList list = PriceLists.packaged().newest("us-east-1");
        assertThat(list.date()).isEqualTo("2026-09-30");
        assertThat(list.price(new Item("api-gateway", "rest-requests"), "request")
                        .tariff()
                        .tiers())
                .hasSize(4);
        assertThat(list.prices())
                .flatExtracting(price -> price.tariff().tiers())
                .allSatisfy(tier -> assertThat(tier.evidence().asOf()).isBeforeOrEqualTo(list.date()));
    }

    @Test
    void a_missing_price_is_an_error_that_names_it() throws BadInputException {
        PriceList list = PriceLists.packaged().newest("us-east-1");
        assertThatThrownBy(() -> list.price(new Item("ec2", "t3.nanno"), "hour"))
                .isInstanceOf(MissingPriceException.class)
                .hasMessage(
                        "The price list of 2026-09-30 for us-east-1 has no price for ec2 t3.nanno. Did you mean t3.nano?"
                                + " 'breakeven prices refresh --region us-east-1' reads AWS's own, or a row in a price file of"
                                + " yours supplies one.");
    }

    @Test
    void another_region_is_refused() {
        assertThatThrownBy(() -> PriceLists.packaged().newest("mars-north-1"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("There is no price list for the region 'mars-north-1'. There are lists for ap-northeast-1,"
                        + " eu-central-1, eu-west-1, us-east-1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0042     | cheap      | prices.csv, line 3, column price: 'cheap' is no decimal number.",
                "0.0042     | -1         | prices.csv, line 3, column price: '-1' is negative.",
                "2026-07-20 | in July    | prices.csv, line 3, column as_of: 'in July' is no date like 2026-09-30.",
                "a table    | ''         | prices.csv, line 3, column source: is missing.",
                "',0,hour'  | ',5,hour'  | 'prices.csv, line 3, column from: the first tier of ec2 t4g.nano starts at 0, not at 5.'"
            })
    void a_broken_row_is_named_to_the_column(String from, String to, String message) {
        assertThatThrownBy(() -> PriceFile.prices("prices.csv", (HEAD + ROW.replace(from, to)).getBytes(UTF_8)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | there is a tier of ec2 t4g.nano from 0 already; the next starts above, not at 0.",
                "100 | there is a tier of ec2 t4g.nano from 100 already; the next starts above, not at 100.",
                "50  | there is a tier of ec2 t4g.nano from 100 already; the next starts above, not at 50."
            })
    void a_tier_that_does_not_start_above_the_one_before_is_refused(String from, String message) {
        String rows = ROW + "\n" + ROW.replace(",0,hour", from.equals("0") ? ",0,hour" : ",100,hour");
        String table = HEAD + (from.equals("0") ? rows : rows + "\n" + ROW.replace(",0,hour", "," + from + ",hour"));
        assertThatThrownBy(() -> PriceFile.prices("prices.csv", table.getBytes(UTF_8)))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("prices.csv, line ")
                .hasMessageEndingWith("column from: " + message);
    }

    @Test
    void a_free_amount_is_for_ever_or_for_twelve_months() {
        String row = "service,items,quantity,unit,kind,source\nlambda,requests,1,request,sometimes,a page";
        assertThatThrownBy(() -> PriceFile.freeAmounts("free.csv", row.getBytes(UTF_8)))
                .hasMessage("free.csv, line 2, column kind: 'sometimes' is neither permanent nor twelve-month.");
    }
}
