package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.page.Browser;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.service.ServiceFile;
import dev.breakeven.localcloud.gateway.LocalFunctions;
import dev.breakeven.localcloud.gateway.LocalFunctionsSettings;
import dev.breakeven.localcloud.server.Instance;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** CompressTest's page in a browser, from the packaged server, and once from the packaged function. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompressPageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private @Nullable Browser started;
    private @Nullable Instance server;
    private Path folder = Path.of("");

    @BeforeAll
    void start(@TempDir Path files) throws Exception {
        started = Browser.start();
        Service.AsServer asServer = service().server().orElseThrow();
        server = Instance.start(asServer.command(), asServer.health(), PATIENCE);
        folder = files;
    }

    private static Service service() throws Exception {
        return ServiceFile.read("compresstest", Home.folder());
    }

    @AfterAll
    void close() {
        if (started != null) {
            started.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private Browser browser() {
        return requireNonNull(started);
    }

    @BeforeEach
    void open() {
        browser().open(requireNonNull(server).baseUri().resolve("/compress"));
    }

    @Test
    void a_text_is_compressed_by_keyboard_alone() {
        browser().at("text").sendKeys("abcabcabcabcabcabcabcabc");
        browser().at("text").sendKeys(Keys.TAB, Keys.TAB, Keys.TAB);
        browser().driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(result()).contains("Text, 24 bytes", "DEFLATE, smallest", "7 B", "29.2 %");
        assertThat(browser().all("tr.best")).hasSize(1);
        assertThat(browser()
                        .all("#rows tr:nth-child(2) td:last-child")
                        .getFirst()
                        .getText())
                .matches("\\d+\\.\\d ms");
        browser().at("again").click();
        assertThat(browser().at("form").isDisplayed()).isTrue();
        assertThat(browser().driver().switchTo().activeElement())
                .isEqualTo(browser().at("text"));
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void a_file_is_compressed_and_its_name_stays_text() throws Exception {
        choose("<b>zeros<b>.bin", 1_000_000);
        browser().at("test").click();
        assertThat(result()).contains("<b>zeros<b>.bin, 1,000,000 bytes", "bzip2, smallest");
        browser().at("copy").click();
        new WebDriverWait(browser().driver(), PATIENCE)
                .until(driver -> !browser().at("copied").getText().isEmpty());
    }

    @Test
    void what_is_empty_or_too_large_or_both_is_not_sent() throws Exception {
        browser().at("test").click();
        assertThat(browser().at("problem").getText()).isEqualTo("There is nothing to compress yet.");
        choose("empty", 0);
        browser().at("test").click();
        assertThat(browser().at("problem").getText()).isEqualTo("That file is empty.");
        choose("large", (3 << 20) + 1);
        browser().at("test").click();
        assertThat(browser().at("problem").getText()).isEqualTo("That is 3.00 MiB; 3 MiB is the most.");
        browser().at("text").sendKeys("a");
        browser().at("test").click();
        assertThat(browser().at("problem").getText()).isEqualTo("Either a text or a file, please, not both.");
        assertThat(browser().requests()).noneMatch(request -> request.contains("\"POST\""));
    }

    @Test
    void a_dropped_file_is_chosen() {
        browser().driver().executeScript("""
                const files = new DataTransfer();
                files.items.add(new File(['abcabc'], 'dropped.txt'));
                document.dispatchEvent(new DragEvent('drop', {dataTransfer: files, cancelable: true}));
                """);
        browser().at("test").click();
        assertThat(result()).contains("dropped.txt, 6 bytes");
    }

    @Test
    void everybody_can_read_it() {
        browser().assertEverybodyCanReadIt();
        browser().look("dark", 390);
        browser().at("text").sendKeys("abcabcabcabcabcabcabcabc");
        browser().at("test").click();
        result();
        browser().assertEverybodyCanReadIt();
    }

    @Test
    void it_comes_from_a_function_as_well() throws Exception {
        Service.AsFunction function = service().function().orElseThrow();
        try (LocalFunctions functions = LocalFunctions.start(
                LocalFunctionsSettings.of(function.code())
                        .withMemoryMegabytes(function.memoryMegabytes())
                        .withEnvironment(function.environment()),
                OutputStream.nullOutputStream())) {
            browser().open(functions.uri().resolve("/compress"));
            choose("file", 100_000);
            browser().at("test").click();
            assertThat(result()).contains("file, 100,000 bytes").doesNotContain("brotli");
            browser().at("again").click();
            choose("file", 100_000);
            browser().at("all").click();
            browser().at("test").click();
            assertThat(result()).contains("xz", "zstd", "brotli, smallest", "LZ4", "Snappy");
            assertThat(browser().complaints()).isEmpty();
        }
    }

    private void choose(String name, int bytes) throws Exception {
        Path file = folder.resolve(name);
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) 'z');
        Files.write(file, content);
        browser().at("file").sendKeys(file.toAbsolutePath().toString());
    }

    private String result() {
        WebElement result = browser().at("result");
        new WebDriverWait(browser().driver(), PATIENCE).until(driver -> result.isDisplayed());
        return result.getText();
    }
}
