package dev.breakeven.core.compresstest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CompressPageTest {

    private final Response response = new CompressPage().handle(Request.of("GET", "/compress"));
    private final String page = new String(response.body(), UTF_8);

    @Test
    void the_policy_admits_the_style() throws NoSuchAlgorithmException {
        assertAdmitted("style", CompressPage.STYLE_DIGEST, "STYLE_DIGEST");
    }

    @Test
    void the_policy_admits_the_script() throws NoSuchAlgorithmException {
        assertAdmitted("script", CompressPage.SCRIPT_DIGEST, "SCRIPT_DIGEST");
    }

    @Test
    void there_is_one_style_and_one_script_for_the_policy_to_admit() {
        assertThat(page).containsOnlyOnce("<style").containsOnlyOnce("<script");
    }

    @Test
    void nothing_in_a_tag_needs_more_than_the_policy_admits() {
        assertThat(page).doesNotContainPattern("<[^>]+\\s(on\\w+|style)\\s*=");
    }

    @Test
    void the_page_names_no_other_site() {
        assertThat(page).doesNotContainPattern("(?i)https?:").doesNotContainPattern("[\"'`(=]\\s*//");
    }

    private void assertAdmitted(String tag, String digest, String constant) throws NoSuchAlgorithmException {
        String inside =
                page.substring(page.indexOf("<" + tag + ">") + tag.length() + 2, page.indexOf("</" + tag + ">"));
        String actual = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(inside.getBytes(UTF_8)));
        assertThat(digest)
                .as("The %s has changed: set CompressPage.%s to \"%s\"", tag, constant, actual)
                .isEqualTo(actual);
        assertThat(response.headers().first("Content-Security-Policy").orElse(""))
                .contains(tag + "-src 'sha256-" + actual + "'");
    }
}
