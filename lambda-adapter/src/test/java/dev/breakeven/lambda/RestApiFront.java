package dev.breakeven.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A REST API whose binary media types are {@code *}{@code /*}: every body is Base64, the query is decoded. */
public final class RestApiFront extends Front {

    @Override
    public ObjectNode event(Request request) {
        ObjectNode event = Events.JSON.createObjectNode();
        event.put("resource", "/{proxy+}").put("path", request.path()).put("httpMethod", request.method());
        Map<String, List<String>> headers = grouped(request.headers());
        event.set("headers", lastOfEach(headers));
        event.set("multiValueHeaders", allOfEach(headers));
        Map<String, List<String>> query = request.query().parameters();
        event.set("queryStringParameters", query.isEmpty() ? null : lastOfEach(query));
        event.set("multiValueQueryStringParameters", query.isEmpty() ? null : allOfEach(query));
        event.putObject("requestContext")
                .put("stage", "prod")
                .put("path", "/prod" + request.path())
                .put("httpMethod", request.method());
        boolean empty = request.body().length == 0;
        event.put("body", empty ? null : Base64.getEncoder().encodeToString(request.body()));
        event.put("isBase64Encoded", !empty);
        return event;
    }

    /** As API Gateway does, says {@code application/json} where the function does not say a type. */
    @Override
    Headers headers(JsonNode answer) {
        Headers headers = multiValueHeaders(answer);
        return headers.first("Content-Type").isPresent() ? headers : headers.and("Content-Type", "application/json");
    }

    @Override
    Set<String> fields() {
        return Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");
    }
}
