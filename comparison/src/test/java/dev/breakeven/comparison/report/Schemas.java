package dev.breakeven.comparison.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The forms of documents that are checked in, by a validator that knows nothing of ours. */
public final class Schemas {

    private static final Path FOLDER = Path.of("../docs/schemas");

    private Schemas() {}

    /** The document has the form that its own first field names. */
    public static void assertHasItsForm(byte[] document) throws IOException {
        JsonNode parsed = new ObjectMapper().readTree(document);
        assertThat(parsed.fieldNames().next()).isEqualTo("schema");
        assertThat(misfits(parsed.get("schema").asText(), new String(document, UTF_8)))
                .isEmpty();
    }

    /** Where a document has another form than that of a name, such as {@code bill/1}. */
    static List<?> misfits(String name, String document) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve(name.replace('/', '-') + ".schema.json")));
        return schema.validate(document, InputFormat.JSON);
    }
}
