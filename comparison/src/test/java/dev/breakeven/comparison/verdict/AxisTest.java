package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory=512,128,1769MB          | 128 MB, 512 MB, 1,769 MB",
                "memory=128..1024x2             | 128 MB, 256 MB, 512 MB, 1,024 MB",
                "memory=128..1000x2             | 128 MB, 256 MB, 512 MB, 1,000 MB",
                "memory=1500..2000              | 1,500 MB, 1,769 MB, 1,875 MB, 2,000 MB",
                "memory=1500..2000+500          | 1,500 MB, 2,000 MB",
                "rate=1/s..9/s+4/s              | 1/s, 5/s, 9/s",
                "rate=12/m                      | 0.2/s",
                "instances=1..3+1               | 1, 2, 3",
                "payload=0.5..2x2               | × 0.5, × 1, × 2",
                "wait=0ms..1s+500ms             | 0 ms, 500 ms, 1 s",
                "duration=1,0.50,0.5            | × 0.5, × 1",
            })
    void its_values_rise_from_one_end_to_the_other(String text, String shown) {
        Axis axis = Axis.parse(text);
        assertThat(axis.values().stream().map(axis.knob()::shown).collect(Collectors.joining(", ")))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "128..1024         | '128..1024' is no sweep; memory=128..10240, memory=128,512,1024,",
                "disk=1..2         | there is no 'disk' to sweep over; there is memory, concurrency, instances, rate, payload,",
                "memory=64..512    | memory takes 128 MB to 10,240 MB, not 64 MB.",
                "memory=512..128   | memory goes up, from the smaller to the larger value, not from 512 MB.",
                "memory=128..512x1 | memory goes up by a factor above 1 or by a step above 0, not by 1.",
                "memory=128..512+0 | memory goes up by a factor above 1 or by a step above 0, not by 0.",
                "memory=128..512xa | 'a' is no factor; 1.25 and 2 are.",
                "memory=lots       | 'lots' is no number.",
                "rate=5            | '5' is no rate; 0.9/s, 12/m and 300/h are.",
                "wait=0ms..1s      | wait begins at 0, which no factor leaves; give it a step with '+', or values with ','.",
                "instances=1..9999x1.00001 | instances takes at most 10000 steps.",
            })
    void what_it_cannot_be_is_one_sentence(String text, String refusal) {
        assertThatThrownBy(() -> Axis.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(refusal);
    }
}
