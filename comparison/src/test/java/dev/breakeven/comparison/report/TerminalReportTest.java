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
    private final Reports reports;

    TerminalReportTest() throws Exception {
        reports = Reports.make();
        comparison = reports.comparison();
    }

    @Test
    void the_verdict_comes_last() {
        List<String> verdict = Verdict.of(comparison);
        assertThat(screen(Ink.PLAIN).strip()).endsWith(verdict.getLast());
    }

    @Test
    void without_a_terminal_there_is_nothing_but_text() {
        assertThat(screen(Ink.PLAIN)).doesNotContain(String.valueOf(ESCAPE));
    }

    @Test
    void on_a_terminal_the_verdict_stands_out_and_nothing_else_changes() {
        String screen = screen(Ink.TERMINAL);
        assertThat(screen).contains(ESCAPE + "[1m " + Verdict.of(comparison).getLast() + ESCAPE + "[0m");
        assertThat(screen.replaceAll(ESCAPE + "\\[\\d+m", "")).isEqualTo(screen(Ink.PLAIN));
    }

    @Test
    void it_shows_how_the_busiest_time_went() {
        assertThat(screen(Ink.PLAIN))
                .containsPattern(" the busiest 20 minutes\n requests +▁+[▁-█]*█[▁-█]* +at most [\\d,.]+ a second\n")
                .containsPattern(" p99 of ec2-single +[·▁-█]+ +at most [\\d,.]+ ms\n")
                .containsPattern(" failures of ec2-single +[▁-█]+ +[\\d,]+ in all\n")
                .doesNotContain("failures of lambda-rest-api");
    }

    private String screen(Ink ink) {
        return TerminalReport.of(comparison, reports.busiest(), ink);
    }
}
