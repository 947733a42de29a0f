package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.verdict.Interval;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a {@code compare/1} document can be compared with another one.
 *
 * @param given what was given rather than found, by what it is called
 * @param deployments by name, in their order
 * @param breakEven requests a month, by the sentence's two deployments
 */
public record ComparisonFile(
        int seeds, Map<String, String> given, Map<String, Side> deployments, Map<String, Long> breakEven) {

    /** Of one deployment; times in milliseconds. */
    public record Side(
            BigDecimal total,
            Interval dollars,
            double p50,
            double p99,
            Interval p99Interval,
            double failedShare,
            long coldStarts,
            double headroom) {}

    /**
     * Reads one.
     *
     * @throws BadInputException if it is none
     */
    public static ComparisonFile read(Path file) throws BadInputException {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new BadInputException("There is no file " + file + "; 'breakeven compare --json FILE' writes one.");
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            throw new BadInputException(file + " is no JSON document that can be read: "
                    + why.lines().findFirst().orElse(why));
        }
        if (root == null || !root.path("schema").asText().equals("compare/1")) {
            throw new BadInputException(
                    file + " is not of the form compare/1, which 'breakeven compare --json FILE' writes.");
        }
        try {
            return of(root);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new BadInputException(
                    file + " says it is of the form compare/1 but lacks some of it: " + e.getMessage());
        }
    }

    private static ComparisonFile of(JsonNode root) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("workload", required(root, "/workload/name").asText());
        given.put("requests", required(root, "/workload/requests").asText());
        given.put("region", required(root, "/region").asText());
        given.put("prices", required(root, "/prices").asText());
        given.put("seed", required(root, "/seed").asText());
        given.put("seeds", required(root, "/seeds").asText());
        given.put("measured", required(root, "/measurements/taken").asText());
        Map<String, Side> deployments = new LinkedHashMap<>();
        required(root, "/deployments")
                .forEach(node -> deployments.put(required(node, "/name").asText(), side(node)));
        Map<String, Long> breakEven = new LinkedHashMap<>();
        required(root, "/breakEven")
                .forEach(node -> breakEven.put(
                        required(node, "/cheaper").asText() + " and "
                                + required(node, "/than").asText(),
                        required(node, "/below/requestsPerMonth").asLong()));
        return new ComparisonFile(required(root, "/seeds").asInt(), given, deployments, breakEven);
    }

    private static Side side(JsonNode node) {
        return new Side(
                new BigDecimal(required(node, "/bill/total").asText()),
                new Interval(
                        Double.parseDouble(required(node, "/bill/low").asText()),
                        Double.parseDouble(required(node, "/bill/high").asText())),
                required(node, "/latencyMillis/p50").asDouble(),
                required(node, "/latencyMillis/p99").asDouble(),
                new Interval(
                        required(node, "/p99Millis95/low").asDouble(),
                        required(node, "/p99Millis95/high").asDouble()),
                required(node, "/requests/failed").asDouble()
                        / Math.max(1, required(node, "/requests/total").asLong()),
                required(node, "/coldStarts").asLong(),
                node.path("headroom").asDouble());
    }

    private static JsonNode required(JsonNode node, String pointer) {
        JsonNode found = node.at(pointer);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException(
                    "there is no " + pointer.substring(1).replace('/', '.') + ".");
        }
        return found;
    }

    /** Names that either has, this one's first. */
    List<String> names(ComparisonFile other) {
        List<String> names = new ArrayList<>(deployments.keySet());
        other.deployments.keySet().stream()
                .filter(name -> !deployments.containsKey(name))
                .forEach(names::add);
        return names;
    }

    Optional<Side> side(String name) {
        return Optional.ofNullable(deployments.get(name));
    }
}
