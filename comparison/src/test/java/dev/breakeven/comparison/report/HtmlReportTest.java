package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.verdict.Comparison;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportTest {

    private static final int BYTES_MAX = 1_500_000;

    private final Reports reports;
    private final String page;

    HtmlReportTest() throws Exception {
        reports = Reports.make();
        page = new String(reports.page(), UTF_8);
    }

    @Test
    void it_is_one_small_file() {
        assertThat(page.getBytes(UTF_8)).hasSizeLessThan(BYTES_MAX);
    }

    @Test
    void nothing_in_it_is_loaded_from_anywhere() {
        assertThat(page).contains("default-src 'none'");
        Matcher loaded = Pattern.compile("<(?:link|img|script|iframe)[^>]*(?:href|src)=\"([^\"]*)\"")
                .matcher(markup());
        assertThat(loaded.results().map(found -> found.group(1))).containsOnly("data:,");
    }

    /** Scripts come after it. */
    private String markup() {
        return page.substring(0, page.indexOf("<script"));
    }

    @Test
    void names_stay_text() {
        assertThat(page).contains("&lt;img src=x onerror=").doesNotContain("<img src=x");
    }

    @Test
    void without_scripts_the_tables_say_it_all() {
        String text = markup();
        for (Comparison.Result result : reports.comparison().results()) {
            assertThat(text)
                    .contains(result.deployment().name())
                    .contains(">" + result.bill().total().toPlainString() + "<");
            result.bill().lines().forEach(line -> assertThat(text).contains(">" + line.name() + "<"));
        }
        reports.comparison().assumptions().forEach(each -> assertThat(text).contains(">" + each.name() + "<"));
        assertThat(text).contains("0.1.0").contains("seed 1").contains("breakeven compare");
    }

    @Test
    void a_failing_deployment_has_a_chart_of_it() {
        assertThat(reports.comparison().results().getLast().outcome().failures())
                .isPositive();
        assertThat(page).contains("id=\"failures\"");
    }
}
