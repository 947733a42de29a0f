package dev.breakeven.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, driven as a user would; tests without it are skipped, and say so in a line. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final int HEIGHT = 900;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static Browser start() {
        boolean installed = Stream.of(CHROMIUM, DRIVER).allMatch(Files::isExecutable);
        if (!installed) {
            System.out.println(
                    "Skipped: pages in a browser; " + CHROMIUM + " and " + DRIVER + " are not both installed");
        }
        assumeTrue(installed, "There is no browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        System.setProperty("webdriver.chrome.driver", DRIVER.toString());
        return new Browser(new ChromeDriver(options));
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** In light colours and as wide as on a desk. */
    public void open(URI page) {
        look("light", 1_200);
        driver.get(page.toString());
    }

    /**
     * Has pages look so from now on.
     *
     * @param colours {@code light} or {@code dark}
     */
    public void look(String colours, int width) {
        driver.manage().window().setSize(new Dimension(width, HEIGHT));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    public WebElement at(String id) {
        return driver.findElement(By.id(id));
    }

    /** By a selector of CSS. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** By the rules of axe-core, and nothing beside the edge of the window. */
    public void assertEverybodyCanReadIt() {
        assertThat(new AxeBuilder().analyze(driver).getViolations()).isEmpty();
        assertThat((Long) driver.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beside the page")
                .isZero();
    }

    /** What the console has been told since it was last asked. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** What the page has asked for since it was last asked, as DevTools say it. */
    public List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("Network.requestWillBeSent\""))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
