package dev.breakeven.comparison.offer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.Price;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferFileTest {

    @Test
    void tiers_are_read_in_any_order_and_the_region_s_prefix_is_dropped() throws Exception {
        Offer offer = lambda().product(
                        "EU-Lambda-GB-Second",
                        "",
                        "Lambda-GB-Second",
                        "0 0.0000166667",
                        "6000000000 0.0000150000",
                        "15000000000 0.0000133334");
        Price price = price(read(offer), "lambda", "duration-x86_64");
        assertThat(price.unit()).isEqualTo("GB-s");
        assertThat(price.tariff().tiers())
                .extracting(tier -> tier.from() + " " + tier.dollarsPerUnit().toPlainString())
                .containsExactly("0 0.0000166667", "6000000000 0.000015", "15000000000 0.0000133334");
        assertThat(price.tariff().tiers().getFirst().evidence())
                .hasToString("Evidence[source=index.json, asOf=2026-11-20, grade=A]");
    }

    @Test
    void the_oldest_region_has_no_prefix_and_what_is_free_for_all_is_no_price() throws Exception {
        Offer offer = new Offer("AWSLambda", "us-east-1")
                .product("Global-Request", "", "Requests", "0 0.0000000000")
                .product("Request", "", "Requests", "0 0.0000002000");
        assertThat(dollars(read(offer.text(), "AWSLambda", "us-east-1"), "lambda", "requests"))
                .isEqualTo("0.0000002");
    }

    @Test
    void products_of_local_zones_and_other_regions_are_passed_over() throws Exception {
        Offer offer = lambda().elsewhere("eu-west-1-zone-1", "EU-Request", "", "Requests", "0 0.1")
                .product("EU-Request", "", "Requests", "0 0.0000002");
        assertThat(dollars(read(offer), "lambda", "requests")).isEqualTo("0.0000002");
    }

    @Test
    void every_linux_instance_is_taken_and_none_with_software_of_others() throws Exception {
        Offer offer = new Offer("AmazonEC2", "eu-west-1")
                .product("EU-BoxUsage:t3.nano", "RunInstances:0002", "Hrs", "0 0.0103000000")
                .product("EU-BoxUsage:t3.nano", "RunInstances", "Hrs", "0 0.0057000000")
                .product("EU-UnusedBox:t3.nano", "RunInstances", "Hrs", "0 0.0057000000")
                .product("EU-BoxUsage:m7g.metal", "RunInstances", "Hrs", "0 2.9200000000")
                .product("EU-CPUCredits:t3", "T3CPUCredits", "vCPU-Hours", "0 0.0500000000");
        OfferFile.Contents contents = read(offer);
        assertThat(contents.prices().keySet())
                .extracting(Item::toString)
                .containsExactly("ec2 t3.nano", "ec2 m7g.metal", "ec2 t3-surplus");
        assertThat(dollars(contents, "ec2", "t3.nano")).isEqualTo("0.0057");
    }

    @Test
    void a_unit_of_theirs_that_has_many_of_ours_is_divided_and_says_so() throws Exception {
        Offer offer = new Offer("AmazonEC2", "eu-west-1")
                .product("EU-EBS:VolumeP-Throughput.gp3", "", "GiBps-mo", "0 45.0560000000");
        Price price = price(read(offer), "ebs", "gp3-throughput");
        assertThat(price.tariff().tiers().getFirst().dollarsPerUnit()).isEqualByComparingTo("0.044");
        assertThat(price.tariff().tiers().getFirst().evidence().source())
                .isEqualTo("derived: 45.056 per GiBps-mo, divided by 1024, of index.json");
    }

    @Test
    void tiers_begin_after_what_a_first_tier_has_free() throws Exception {
        Offer offer = new Offer("AWSDataTransfer", "eu-west-1")
                .product("EU-DataTransfer-Out-Bytes", "", "GB", "0 0.0", "100 0.09", "10340 0.085");
        assertThat(price(read(offer), "data-transfer", "out").tariff().tiers())
                .extracting(tier -> tier.from() + " " + tier.dollarsPerUnit())
                .containsExactly("0 0.09", "10240 0.085");
    }

    @Test
    void balancers_are_told_apart_by_their_operation() throws Exception {
        Offer offer = new Offer("AWSELB", "eu-west-1")
                .product("EU-LoadBalancerUsage", "LoadBalancing:Application", "Hrs", "0 0.0252")
                .product("EU-LoadBalancerUsage", "LoadBalancing", "Hrs", "0 0.028");
        assertThat(dollars(read(offer), "elb", "application-hour")).isEqualTo("0.0252");
        assertThat(dollars(read(offer), "elb", "classic-hour")).isEqualTo("0.028");
    }

    @Test
    void of_two_prices_for_an_item_none_is_taken() throws Exception {
        OfferFile.Contents contents = read(lambda().product("EU-Request", "", "Requests", "0 0.0000002")
                .product("EU-Request", "", "Requests", "0 0.0000003"));
        assertThat(contents.prices()).isEmpty();
        assertThat(contents.unclear()).containsEntry(new Item("lambda", "requests"), "there are two prices of it");
    }

    @Test
    void a_price_that_is_there_twice_is_taken() throws Exception {
        OfferFile.Contents contents = read(lambda().product("EU-Request", "", "Requests", "0 0.0000002")
                .product("EU-Request", "", "Requests", "0 0.00000020"));
        assertThat(dollars(contents, "lambda", "requests")).isEqualTo("0.0000002");
    }

    @Test
    void tiers_with_a_gap_are_not_taken() throws Exception {
        String text = lambda().product("EU-Request", "", "Requests", "0 0.2", "100 0.1")
                .text()
                .replace("\"endRange\" : \"100\"", "\"endRange\" : \"90\"");
        OfferFile.Contents contents = read(text);
        assertThat(contents.prices()).isEmpty();
        assertThat(contents.unclear())
                .containsEntry(new Item("lambda", "requests"), "no tier of it ends at 100, where another begins");
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() {
        String whole =
                lambda().product("EU-Request", "", "Requests", "0 0.0000002").text();
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut))
                    .as("cut after %d characters", length)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith("index.json ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"USD\" : \"0.2\"        | \"USD\" : \"cheap\" | index.json: the price of SKU0000000000000 has the USD 'cheap'; a decimal number of 0 or more is accepted.",
                "\"USD\" : \"0.2\"        | \"CNY\" : \"0.2\"   | index.json: the price of SKU0000000000000 has the USD ''; a decimal number of 0 or more is accepted.",
                "\"USD\" : \"0.2\"        | \"USD\" : \"-1\"    | index.json: the price of SKU0000000000000 has the negative USD -1.",
                "\"v1.0\"                 | \"v2.0\"            | index.json has the formatVersion 'v2.0'; 'v1.0' is accepted.",
                "\"AWSLambda\",           | \"AmazonS3\",       | index.json has the offerCode 'AmazonS3'; 'AWSLambda' is accepted.",
                "\"2026-11-20T17:05:11Z\" | \"soon\"            | index.json has the publicationDate 'soon', which is no date.",
                "\"publicationDate\"      | \"published\"       | index.json is no price list file of AWS: it lacks publicationDate.",
                "\"terms\"                | \"prices\"          | index.json is no price list file of AWS: it lacks terms.",
                "\"products\"             | \"things\"          | index.json has its terms before its products, which no file of AWS's has.",
                "\"products\" : {         | \"products\" : [ {  | index.json is no price list file of AWS: products is no JSON object, at byte",
                "\"disclaimer\" :         | \"disclaimer\" ;    | index.json is no JSON at byte",
            })
    void a_file_that_is_not_as_aws_writes_it_is_refused(String from, String to, String message) {
        String text = lambda().product("EU-Request", "", "Requests", "0 0.2").text();
        assertThat(text).contains(from);
        assertThatThrownBy(() -> read(text.replace(from, to)))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(BadInputException.class).hasMessage("index.json is empty.");
    }

    private static Offer lambda() {
        return new Offer("AWSLambda", "eu-west-1");
    }

    private static OfferFile.Contents read(Offer offer) throws BadInputException, IOException {
        return read(offer.text(), offer.code(), "eu-west-1");
    }

    private static OfferFile.Contents read(String text) throws BadInputException, IOException {
        return read(text, "AWSLambda", "eu-west-1");
    }

    private static OfferFile.Contents read(String text, String offer, String region)
            throws BadInputException, IOException {
        List<OfferItem> wanted = OfferItem.all().stream()
                .filter(item -> item.offer().equals(offer))
                .toList();
        return OfferFile.read("index.json", new ByteArrayInputStream(text.getBytes(UTF_8)), region, wanted);
    }

    private static Price price(OfferFile.Contents contents, String service, String item) {
        return Objects.requireNonNull(contents.prices().get(new Item(service, item)));
    }

    private static String dollars(OfferFile.Contents contents, String service, String item) {
        return price(contents, service, item)
                .tariff()
                .tiers()
                .getFirst()
                .dollarsPerUnit()
                .toPlainString();
    }
}
