package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {

    @Test
    void the_document_has_the_form_that_is_checked_in() throws Exception {
        Schemas.assertHasItsForm(JsonReport.of(Reports.make().comparison()));
    }

    @ParameterizedTest
    @CsvSource({
        "\"schema\" : \"compare/1\", \"schema\" : \"compare/2\"",
        "\"coldStarts\", \"cold\"",
        "\"quick\" : true, \"quick\" : 1"
    })
    void a_document_of_another_form_has_not(String text, String other) throws Exception {
        String document = new String(JsonReport.of(Reports.make().comparison()), UTF_8);
        assertThat(document).contains(text);
        assertThat(Schemas.misfits("compare/1", document.replace(text, other))).isNotEmpty();
    }
}
