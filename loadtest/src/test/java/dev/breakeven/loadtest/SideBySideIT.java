package dev.breakeven.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.page.Browser;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The page of two runs in a browser. */
class SideBySideIT {

    @Test
    void it_is_drawn_asks_for_nothing_and_can_be_read_by_everybody(@TempDir Path results) throws Exception {
        Instant began = Instant.parse("2026-03-01T10:00:00Z");
        SampleRun.write(results, "servers", "1/1", began, 500, 700, 90);
        SampleRun.write(results, "functions", "1/1", began.plusSeconds(60), 20, 30, 40);
        Path page = SideBySide.write(results);
        try (Browser browser = Browser.start()) {
            browser.open(page.toAbsolutePath().toUri());
            assertThat(browser.all(".plot"))
                    .isNotEmpty()
                    .allSatisfy(chart -> assertThat(chart.findElements(By.cssSelector("svg path")))
                            .isNotEmpty());
            browser.assertEverybodyCanReadIt();
            browser.look("dark", 390);
            browser.driver().navigate().refresh();
            browser.assertEverybodyCanReadIt();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests())
                    .isNotEmpty()
                    .allMatch(request -> request.contains(page.getFileName().toString()));
        }
    }
}
