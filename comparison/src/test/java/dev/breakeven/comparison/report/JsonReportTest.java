package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {

    private static final Path SCHEMA = Path.of("../docs/schemas/compare-1.schema.json");

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
    }

    @Test
    void the_document_has_the_form_that_is_checked_in() throws Exception {
        String document = new String(JsonReport.of(Reports.make().comparison()), UTF_8);
        assertThat(schema().validate(document, InputFormat.JSON)).isEmpty();
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
        assertThat(schema().validate(document.replace(text, other), InputFormat.JSON))
                .isNotEmpty();
    }
}
