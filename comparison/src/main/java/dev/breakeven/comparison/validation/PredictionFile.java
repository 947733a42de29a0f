package dev.breakeven.comparison.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.simulation.Outcome;
import java.time.Instant;

/** What was predicted, with the time at which it was written: before the burst began. */
final class PredictionFile {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private PredictionFile() {}

    static byte[] write(Trial trial, Outcome predicted) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", "prediction/1");
        root.put("written", Instant.now().toString());
        root.put("measured", trial.measured().taken().toString());
        root.put("deployment", trial.deployment());
        root.put("world", trial.world());
        root.put("requests", predicted.requests());
        root.put("failed", predicted.failures());
        root.put("coldStarts", predicted.coldStarts());
        root.put("peakCapacity", predicted.peakCapacity());
        root.put("meanCapacity", predicted.meanCapacity());
        ObjectNode latency = root.putObject("latencyMillis");
        for (int percentile : new int[] {50, 90, 99}) {
            latency.put("p" + percentile, predicted.latencyMillis(percentile));
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values could not be written", e);
        }
    }
}
