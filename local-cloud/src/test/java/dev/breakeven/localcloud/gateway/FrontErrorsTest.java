package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrontErrorsTest {

    @ParameterizedTest
    @EnumSource
    void everyFrontHasAnAnswerToEveryFailureAndASourceForIt(FrontErrors front) {
        for (Failure failure : Failure.values()) {
            FrontError error = front.of(failure);
            assertThat(error.status()).as("%s %s", front, failure).isBetween(400, 599);
            assertThat(error.body()).isNotBlank();
            assertThat(error.source()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REST, FUNCTION_THROTTLED, 500",
        "REST, FRONT_TIMEOUT, 504",
        "REST, FUNCTION_TIMEOUT, 502",
        "URL, FUNCTION_THROTTLED, 429",
        "ALB, ANSWER_TOO_LARGE, 502",
        "ALB, REQUEST_TOO_LARGE, 413"
    })
    void statusByFrontAndFailure(FrontErrors front, Failure failure, int status) {
        assertThat(front.of(failure).status()).isEqualTo(status);
    }

    @Test
    void aLoadBalancerAnswersWithAPage() {
        CallerResponse response = FrontErrors.ALB.of(Failure.FUNCTION_TIMEOUT).response();
        assertThat(response.values("content-type")).containsExactly("text/html");
        assertThat(response.body()).asString(UTF_8).startsWith("<html>\r\n").contains("<h1>502 Bad Gateway</h1>");
    }
}
