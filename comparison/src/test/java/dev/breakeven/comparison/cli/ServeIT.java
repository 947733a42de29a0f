package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.page.Browser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** {@code breakeven serve} as a process, asked as a script asks and by a browser. What it replays was measured before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private @Nullable Running running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        running = Running.start(
                folder,
                "serve",
                "--port",
                "0",
                "--service",
                "tinysite",
                "--measurements",
                SavedMeasurements.in(folder).toString());
    }

    private Running server() {
        return requireNonNull(running);
    }

    @AfterAll
    void end() throws InterruptedException {
        if (running != null) {
            try (Running ending = running) {
                assertThat(ending.end()).isEmpty();
            }
        }
    }

    @Test
    void what_a_form_sends_becomes_an_address_that_says_all() throws Exception {
        HttpResponse<String> sent = server().get(
                        "/ask?workload=office-hours&rate=&deployments=lambda-rest-api&deployments=ec2-single&region=eu-west-1&seed=7");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location"))
                .hasValue(
                        "/compare?workload=office-hours&deployments=lambda-rest-api,ec2-single&region=eu-west-1&seed=7");
        assertThat(server().get("/ask?rate=0.5/s&deployments=ec2-single")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/compare?workload=steady:0.5/s&deployments=ec2-single&region=us-east-1&seed=1");
    }

    @ParameterizedTest
    @CsvSource({
        "'workload=../../etc/passwd&deployments=ec2-single', 400, There is no workload &#39;../../etc/passwd&#39;",
        "'rate=often&deployments=ec2-single', 400, There is no workload &#39;steady:often&#39;",
        "'workload=office-hours', 400, Choose at least one deployment.",
        "'workload=office-hours&deployments=mainframe', 400, There is no deployment &#39;mainframe&#39;",
        "'deployments=ec2-single&region=mars', 400, There are no prices for the region &#39;mars&#39;",
        "'deployments=ec2-single&seed=x', 400, 'The seed is a whole number, not &#39;x&#39;.'"
    })
    void what_is_not_on_offer_is_refused_in_a_sentence(String query, int status, String sentence) throws Exception {
        HttpResponse<String> answer = server().get("/compare?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence, "role=\"alert\"", "<form");
    }

    @Test
    void a_page_that_is_not_there_says_so() throws Exception {
        HttpResponse<String> answer = server().get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no page at /nowhere.");
    }

    @Test
    void a_port_that_is_taken_is_refused_before_anything_is_done() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            StringWriter err = new StringWriter();
            int status = Main.commandLine()
                    .setErr(new PrintWriter(err, true))
                    .execute("serve", "--port", Integer.toString(taken.getLocalPort()), "--host", "0.0.0.0");
            assertThat(status).isEqualTo(2);
            assertThat(err.toString()).startsWith("breakeven: Nothing can listen on 0.0.0.0:" + taken.getLocalPort());
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InABrowser {

        private @Nullable Browser started;

        @BeforeAll
        void start() {
            started = Browser.start();
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

        @Test
        void a_question_is_picked_answered_and_shared_by_its_address() {
            browser().open(server().uri().resolve("/"));
            browser().assertEverybodyCanReadIt();
            new Select(browser().all("select[name=workload]").getFirst()).selectByVisibleText("idle-side-project");
            new Select(browser().all("select[name=region]").getFirst()).selectByVisibleText("us-east-1");
            browser().all("input[value=lambda-function-url]").getFirst().click();
            browser().all("input[value=lambda-rest-api]").getFirst().click();
            browser().all("form.inquiry button").getFirst().click();
            until(By.cssSelector(".verdict, .problem"));
            String address = requireNonNull(browser().driver().getCurrentUrl());
            assertThat(address)
                    .endsWith(
                            "/compare?workload=idle-side-project&deployments=lambda-function-url,ec2-single&region=us-east-1&seed=1");
            assertThat(browser().all(".plot svg path")).hasSizeGreaterThan(20);
            assertThat(browser().all("pre").getFirst().getText())
                    .contains(
                            "breakeven compare --workload idle-side-project --deployments lambda-function-url,ec2-single")
                    .contains("--region us-east-1 --seed 1 --service tinysite --measurements ");
            browser().all("summary").getFirst().click();
            assertThat(browser()
                            .all("input[value=lambda-function-url]")
                            .getFirst()
                            .isSelected())
                    .isTrue();
            browser().assertEverybodyCanReadIt();
            assertThat(browser().complaints()).isEmpty();
            assertThat(browser().requests())
                    .allMatch(request -> request.contains(server().uri().getAuthority()));
            String verdict = browser().all(".verdict").getFirst().getText();
            browser().driver().navigate().to(address);
            assertThat(browser().all(".verdict").getFirst().getText()).isEqualTo(verdict);
        }

        @Test
        void progress_is_shown_and_what_takes_too_long_is_stopped() {
            browser()
                    .open(server().uri()
                            .resolve("/compare?workload=steady:2000/s&deployments=lambda-rest-api,ec2-single"));
            assertThat(browser().at("stage").isDisplayed()).isTrue();
            browser().assertEverybodyCanReadIt();
            new WebDriverWait(browser().driver(), PATIENCE)
                    .until(driver -> browser().at("left").getText().contains(" left"));
            browser().all("form button").getFirst().click();
            until(By.className("problem"));
            assertThat(browser().all(".problem").getFirst().getText()).isEqualTo("It was stopped.");
        }

        private void until(By there) {
            new WebDriverWait(browser().driver(), PATIENCE).until(ExpectedConditions.presenceOfElementLocated(there));
        }
    }
}
