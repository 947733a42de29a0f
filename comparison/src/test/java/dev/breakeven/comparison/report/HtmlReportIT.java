package dev.breakeven.comparison.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.page.Browser;
import dev.breakeven.comparison.verdict.Dial;
import dev.breakeven.comparison.verdict.Exploration;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportIT {

    private @Nullable Browser started;

    private final Reports reports;
    private Path page = Path.of("");

    HtmlReportIT() throws Exception {
        reports = Reports.make();
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        started = Browser.start();
        page = folder.resolve("report.html");
        Files.write(page, reports.page());
    }

    @AfterAll
    void close() {
        if (started != null) {
            started.close();
        }
    }

    private Browser browser() {
        return requireNonNull(started);
    }

    @BeforeEach
    void load() {
        browser().open(page.toUri());
    }

    @Test
    void every_chart_is_drawn() {
        List<WebElement> charts = browser().all(".plot");
        assertThat(charts).hasSize(7).allSatisfy(chart -> {
            assertThat(chart.findElements(By.cssSelector("svg path"))).hasSizeGreaterThan(5);
            assertThat(chart.getText()).doesNotContain("JavaScript");
        });
        for (String compared : List.of("cost", "capacity", "p99", "latency")) {
            assertThat(browser().at(compared).getText())
                    .contains("lambda-rest-api", "lambda-function-url", "ec2-single");
        }
    }

    @Test
    void nothing_complains_and_nothing_is_asked_for() {
        assertThat(browser().complaints()).isEmpty();
        assertThat(browser().requests()).isNotEmpty().allMatch(request -> request.contains("report.html"));
        assertThat(browser().driver().getTitle()).startsWith("Functions or servers: <img");
    }

    @Test
    void sliders_show_what_the_engine_bills_to_the_cent() {
        List<WebElement> sliders = browser().all("#what-if input[type=range]");
        List<Dial> dials = reports.exploration().dials();
        assertThat(sliders).hasSize(1 + dials.size());
        List<Long> requests = PageCharts.requests(inMonth());
        List<Integer> stops = new ArrayList<>(dials.stream().map(Dial::asItIs).toList());
        int count = requests.indexOf(inMonth());
        assertThat(shown()).isEqualTo(engine(requests.get(count), stops));
        for (int dial = 0; dial < dials.size(); dial++) {
            for (int stop = 0; stop < dials.get(dial).stops().size(); stop++) {
                move(sliders.get(1 + dial), stop);
                stops.set(dial, stop);
                assertThat(shown()).isEqualTo(engine(requests.get(count), stops));
            }
        }
        for (count = 0; count < requests.size(); count++) {
            move(sliders.getFirst(), count);
            assertThat(shown()).isEqualTo(engine(requests.get(count), stops));
        }
        browser().all("#what-if button").getFirst().click();
        assertThat(shown())
                .isEqualTo(engine(inMonth(), dials.stream().map(Dial::asItIs).toList()));
    }

    private long inMonth() {
        return reports.comparison().requests() * Duration.ofHours(730).dividedBy(Reports.LASTS);
    }

    private List<String> engine(long requests, List<Integer> stops) {
        return reports.exploration().deployments().stream()
                .map((Exploration.Costs costs) -> costs.bill(requests, stops).total())
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private List<String> shown() {
        return browser().all("#what-if-costs td:nth-child(2)").stream()
                .map(cell -> cell.getText().replace(",", ""))
                .toList();
    }

    private void move(WebElement slider, int stop) {
        browser()
                .driver()
                .executeScript(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                        slider,
                        stop);
    }

    @Test
    void a_slider_redraws_the_curve() {
        WebElement cost = browser().at("cost");
        String before = cost.getDomProperty("innerHTML");
        move(browser().all("#what-if input").get(1), 3);
        assertThat(cost.getDomProperty("innerHTML")).isNotEqualTo(before);
        assertThat(cost.getText()).contains("these settings");
    }

    @ParameterizedTest
    @CsvSource({"light, 1200", "dark, 390"})
    void it_can_be_read_by_everybody(String colours, int width) {
        browser().look(colours, width);
        browser().driver().navigate().refresh();
        browser().assertEverybodyCanReadIt();
    }

    @Test
    void without_scripts_there_are_tables() {
        browser().driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser().driver().navigate().refresh();
        try {
            assertThat(browser().all("table")).hasSizeGreaterThan(5);
            assertThat(browser().at("cost").getText()).contains("needs JavaScript");
            assertThat(browser().at("what-if").isDisplayed()).isFalse();
        } finally {
            browser().driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }
}
