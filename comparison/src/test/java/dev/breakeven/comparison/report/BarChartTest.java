package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarChartTest {

    /** Of eight, on four columns: half a column each. */
    @ParameterizedTest
    @CsvSource({"8, ████", "4, ██", "3, █▌", "0.25, ▏", "0.0001, ▏", "0, ''"})
    void a_bar_is_as_long_as_its_part_of_the_highest(double value, String bar) {
        assertThat(BarChart.bar(value, 8, 4)).isEqualTo(bar);
    }

    @Test
    void it_is_a_hundred_columns_wide_at_the_most() {
        BarChart chart = new BarChart("memory", "$", "latency");
        chart.row(new BarChart.Row("128 MB", 1, "1.00", 10, "10 ms", ""));
        chart.row(new BarChart.Row("10,240 MB", 10, "10.00", 1, "1 ms", "cheapest, fastest, balanced"));
        assertThat(chart.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(chart.toString().lines().toList().get(1)).startsWith("    128 MB  ██");
    }

    @Test
    void where_all_is_nothing_there_are_no_bars() {
        BarChart chart = new BarChart("memory", "$", "latency");
        chart.row(new BarChart.Row("128 MB", 0, "0.00", 0, "0 ms", ""));
        assertThat(chart.toString()).contains("0.00").doesNotContain("█", "▏");
    }
}
