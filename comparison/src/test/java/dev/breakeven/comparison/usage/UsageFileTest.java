package dev.breakeven.comparison.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.MeteringRules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageFileTest {

    private static final MeteringRules RULES = new MeteringRules(1_000_000, true);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void only_usage_is_needed() throws Exception {
        UsageFile file = read("usage:\n  - data-out: {size: 1GB}\n");
        assertThat(file.region()).isEqualTo("us-east-1");
        assertThat(file.prices()).isNull();
        assertThat(file.freeTier()).isEqualTo(FreeTier.PERMANENT);
        assertThat(file.hoursPerMonth()).isEqualByComparingTo("730");
    }

    @Test
    void a_year_of_prices_is_text_though_yaml_has_it_for_a_number() throws Exception {
        assertThat(read("prices: 2018\nusage:\n  - data-out: {size: 1GB}\n").prices())
                .isEqualTo("2018");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lamda: {requests: 1}                | , line 2: unknown item 'lamda'. Did you mean lambda? Accepted are data-out, ebs,",
                "lambda: {request: 1}                | , line 2: unknown key 'request'. Did you mean requests? Accepted are",
                "lambda: {requests: -1}              | , line 2: 'requests': 0 to 1e15 are accepted, not -1.",
                "lambda: {requests: 2e15}            | , line 2: 'requests': 0 to 1e15 are accepted, not 2e15.",
                "lambda: {requests: many}            | , line 2: 'requests': 'many' is no number.",
                "lambda: {requests: [1]}             | , line 2: 'requests': is one value, not a list or a table.",
                "lambda: {requests: 1, memory: 128}  | , line 2: 'memory': '128' is no size; 0B, 3KiB, 1536MB and 57000GB are.",
                "lambda: {requests: 1, duration: 3}  | , line 2: 'duration': '3' is no duration; 250ms, 1.5s, 10m, 6h and 30d are.",
                "lambda: {requests: 1, memory: 128MB} | : item 1 of 'usage': either 'duration' of each call or 'gigabyte-seconds'",
                "lambda: {requests: 1, duration: 1h, memory: 128MB} | : item 1 of 'usage': 'duration' of a call is at most 15m",
                "lambda: {requests: 1, duration: 1s, memory: 64MB} | : item 1 of 'usage': a function's memory is 128MB to 10240MB, not 0.0625GB.",
                "lambda: {requests: 1, duration: 1s} | : item 1 of 'usage': 'memory' is missing.",
                "lambda: {requests: 1, duration: 1s, memory: 1GB, cold-starts: 2} | : item 1 of 'usage': of 1 requests at most as many are 'cold-starts', not 2.",
                "lambda: {requests: 1, architecture: arm} | , line 2: 'architecture': 'arm' is no architecture; x86_64 and arm64 are.",
                "lambda: {requests: 1, free-tier: some} | , line 2: 'free-tier': 'some' is none of none, permanent, all.",
                "rest-api: {requests: 1, traffic: free} | , line 2: 'traffic': 'free' is none of tiered, flat, none.",
                "load-balancer: {kind: network}      | : item 1 of 'usage': 'network' is no kind; application and classic are.",
                "load-balancer: {zones: 2.5}         | : item 1 of 'usage': no region has 2.5 zones; whole numbers up to 10 are accepted.",
                "load-balancer: {new-connections: 1} | , line 2: 'new-connections': '1' is no rate; 0.9/s, 12/m and 300/h are.",
                "ec2: {count: 1}                     | : item 1 of 'usage': 'type' is missing.",
                "ec2: {type: t3.nano, hours: 800}    | : item 1 of 'usage': no month has 800 hours; 0 to 744 are accepted for each unit.",
                "ec2: {type: t3.nano, serves: 0}     | : item 1 of 'usage': 'serves' is how many requests a month one can serve: 1 and up, not 0.",
                "fargate: {vcpu: 64, memory: 2GB}    | : item 1 of 'usage': no task has 64 vCPU; up to 32 are accepted.",
            })
    void a_refusal_says_where_what_and_what_is_accepted(String item, String message) {
        assertThatThrownBy(() -> read("usage:\n  - " + item + "\n").usage(RULES))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder.resolve("bill.yaml") + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region: us-east-1      | : 'usage' is missing; a list with one item for each thing used is accepted",
                "usage: []              | : 'usage' is missing; a list with one item for each thing used is accepted",
                "hours-per-month: 800   | : 'hours-per-month' takes 1 to 744, not 800.",
                "hour-per-month: 700    | , line 1: unknown key 'hour-per-month'. Did you mean hours-per-month? Accepted are"
            })
    void terms_that_cannot_hold_are_refused(String terms, String message) {
        String usage = terms.startsWith("hour") ? terms + "\nusage:\n  - data-out: {size: 1GB}\n" : terms + "\n";
        assertThatThrownBy(() -> read(usage))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder.resolve("bill.yaml") + message);
    }

    private UsageFile read(String text) throws Exception {
        Path file = folder.resolve("bill.yaml");
        Files.writeString(file, text);
        return UsageFile.read(file);
    }
}
