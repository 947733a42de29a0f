package dev.breakeven.comparison.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSizeTest {

    @ParameterizedTest
    @CsvSource({"512B,512", "100kB,100000", "64KiB,65536", "3MiB,3145728", "1.5MB,1500000", "2GB,2000000000"})
    void kilo_is_1000_and_kibi_1024(String text, long bytes) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10KB", "-1B", "10 kB"})
    void refuses_what_is_no_size(String text) {
        assertThatThrownBy(() -> DataSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no size; 512B, 100kB, 64KiB and 3MiB are.");
    }
}
