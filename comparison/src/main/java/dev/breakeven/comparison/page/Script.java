package dev.breakeven.comparison.page;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What makes a page more than text and charts.
 *
 * @param id of the element that holds its data, as JSON
 * @param resource an absolute path on the class path
 */
public record Script(String id, String resource, JsonNode data) {}
