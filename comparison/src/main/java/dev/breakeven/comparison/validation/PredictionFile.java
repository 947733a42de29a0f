package dev.breakeven.comparison.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What was predicted, with the time at which it was written: before the burst began. */
final class PredictionFile {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private PredictionFile() {}

    static byte[] write(Burst burst, Checks checks, Predicted predicted) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", "prediction/1");
        root.put("written", Instant.now().toString());
        root.put("measured", burst.measured().taken().toString());
        root.put("deployment", burst.deployment());
        root.put("world", burst.world());
        ObjectNode numbers = root.putObject("numbers");
        for (Checks.Figure number :
                checks.numbers(predicted.outcomes().getFirst().consumption())) {
            numbers.putObject(number.name())
                    .put("predicted", predicted.mean(number.of()))
                    .put("standardError", predicted.standardError(number.of()));
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values could not be written", e);
        }
    }
}
