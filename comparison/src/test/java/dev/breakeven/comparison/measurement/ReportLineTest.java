package dev.breakeven.comparison.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportLineTest {

    @Test
    void a_warm_call_has_its_duration() {
        assertThat(ReportLine.parse(
                        "REPORT RequestId: 1\tDuration: 2.34 ms\tBilled Duration: 3 ms\tMemory Size: 128 MB\t"
                                + "Max Memory Used: 70 MB\t"))
                .contains(new ReportLine(Duration.ofNanos(2_340_000), Optional.empty(), 128, 70, true));
    }

    @Test
    void a_cold_call_has_its_init_beside_it() {
        assertThat(ReportLine.parse(
                        "REPORT RequestId: 1\tDuration: 40.5 ms\tBilled Duration: 240 ms\tMemory Size: 1769 MB\t"
                                + "Max Memory Used: 110 MB\tInit Duration: 199.25 ms\t"))
                .contains(new ReportLine(
                        Duration.ofNanos(40_500_000), Optional.of(Duration.ofNanos(199_250_000)), 1769, 110, true));
    }

    @Test
    void an_export_has_a_time_before_and_blanks_between() {
        assertThat(ReportLine.parse(
                        "2026-09-01T10:00:00.000Z REPORT RequestId: 1  Duration: 5.00 ms  Billed Duration: 5 ms"
                                + "  Memory Size: 512 MB  Max Memory Used: 99 MB"))
                .map(ReportLine::duration)
                .contains(Duration.ofMillis(5));
    }

    @Test
    void a_call_that_ran_out_of_time_did_not_succeed() {
        assertThat(ReportLine.parse(
                        "REPORT RequestId: 1\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 128 MB\t"
                                + "Max Memory Used: 70 MB\tStatus: timeout"))
                .map(ReportLine::succeeded)
                .contains(false);
    }

    @Test
    void other_lines_are_none() {
        assertThat(ReportLine.parse("END RequestId: 1")).isEmpty();
        assertThat(ReportLine.parse("REPORT RequestId: cut off")).isEmpty();
    }
}
