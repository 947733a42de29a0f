package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalReportTest {

    private static final char ESCAPE = '\u001b';

    private final Comparison comparison;

    TerminalReportTest() throws Exception {
        comparison = Reports.make().comparison();
    }

    @Test
    void the_verdict_comes_last() {
        List<String> verdict = Verdict.of(comparison);
        assertThat(TerminalReport.of(comparison).strip()).endsWith(verdict.getLast());
    }

    @Test
    void without_a_terminal_there_is_nothing_but_text() {
        assertThat(TerminalReport.of(comparison)).doesNotContain(String.valueOf(ESCAPE));
    }

    @Test
    void on_a_terminal_the_verdict_stands_out_and_nothing_else_changes() {
        String screen = TerminalReport.of(comparison, Ink.TERMINAL);
        assertThat(screen).contains(ESCAPE + "[1m " + Verdict.of(comparison).getLast() + ESCAPE + "[0m");
        assertThat(screen.replaceAll(ESCAPE + "\\[\\d+m", "")).isEqualTo(TerminalReport.of(comparison));
    }
}
