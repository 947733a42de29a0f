package dev.breakeven.comparison.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsFileTest {

    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Test
    void headings_are_passed_over_and_counts_may_have_decimals() throws BadInputException {
        assertThat(parse("timestamp,value\n2014-04-10 00:04:00,94.0\n2014-04-10T00:09:00Z,56\n"))
                .isEqualTo(new CountsFile(List.of(94.0, 56.0), 0));
    }

    @Test
    void a_missing_period_counts_as_none() throws BadInputException {
        assertThat(parse("2014-04-10 00:00:00,1\n2014-04-10 00:15:00,2\n"))
                .isEqualTo(new CountsFile(List.of(1.0, 0.0, 0.0, 2.0), 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-04-10 00:00:00,1;2014-04-10 00:01:00,2 | counts.csv, line 2: 2014-04-10 00:01:00 does not come after",
                "2014-04-10 00:00:00,1;yesterday,2           | counts.csv, line 2: 'yesterday' is no time",
                "2014-04-10 00:00:00,-1                      | counts.csv, line 1: '-1' is no count; 0 and up are accepted.",
                "2014-04-10 00:00:00,many                    | counts.csv, line 1: 'many' is no count",
                "2014-04-10 00:00:00                         | counts.csv, line 1: a time and a count were expected",
                "2014-04-10 00:00:00,1;2914-04-10 00:00:00,1 | counts.csv, line 2: 2914-04-10 00:00:00 is more than",
                "time,count                                  | counts.csv has no row"
            })
    void a_refusal_names_the_file_and_the_line(String rows, String part) {
        assertThatThrownBy(() -> parse(rows.replace(';', '\n')))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(part);
    }

    private static CountsFile parse(String csv) throws BadInputException {
        return CountsFile.parse("counts.csv", csv.getBytes(UTF_8), PERIOD);
    }
}
