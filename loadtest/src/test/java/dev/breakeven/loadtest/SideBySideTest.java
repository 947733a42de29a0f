package dev.breakeven.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {

    @TempDir
    Path results = Path.of("");

    @Test
    void what_two_injectors_saw_is_added_up() throws Exception {
        Instant began = Instant.parse("2026-03-01T10:00:00Z");
        write("one", "1/2", began, 10, 20);
        write("one", "2/2", began.plusMillis(300), 30, 40);

        List<Seen> sides = Seen.newest(RunFile.readAll(results), 1);

        assertThat(sides).hasSize(1);
        Seen.Part whole = sides.getFirst().whole();
        assertThat(whole.requests()).isEqualTo(6);
        assertThat(whole.failed().getTotalCount()).isEqualTo(2);
        // Three significant digits.
        assertThat(whole.answeredMillis(0)).isCloseTo(10, within(0.01));
        assertThat(whole.answeredMillis(50)).isCloseTo(20, within(0.02));
        assertThat(whole.answeredMillis(100)).isCloseTo(40, within(0.04));
    }

    @Test
    void a_run_before_is_no_part_of_it() throws Exception {
        Instant began = Instant.parse("2026-03-01T10:00:00Z");
        write("one", "1/2", began, 10);
        write("one", "2/2", began.minusSeconds(3_600), 30);
        assertThat(Seen.newest(RunFile.readAll(results), 1).getFirst().whole().requests())
                .isEqualTo(2);
    }

    @Test
    void the_page_shows_each_side_and_keeps_names_as_text() throws Exception {
        Instant began = Instant.parse("2026-03-01T10:00:00Z");
        write("servers", "1/1", began, 500);
        write("functions", "1/1", began.plusSeconds(60), 20);

        String page = Files.readString(SideBySide.write(results));

        assertThat(page)
                .contains(
                        "The same crowd on functions and servers",
                        "99 of 100 within 500 ms",
                        "99 of 100 within 20.0 ms",
                        "&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain(SampleRun.SERVICE);
        assertThat(page.substring(0, page.indexOf("<script"))).doesNotContainPattern("(src|href)=\"(?!data:)");
    }

    @Test
    void a_folder_without_runs_has_no_page() throws Exception {
        Files.createDirectories(results.resolve("crowds"));
        assertThatThrownBy(() -> SideBySide.write(results)).hasMessage(results + " has no runs.");
    }

    private void write(String label, String injector, Instant began, long... millis) throws IOException {
        SampleRun.write(results, label, injector, began, millis);
    }
}
