package dev.breakeven.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A load balancer whose target group has the multi-value attribute on or off; names and values of the query stay encoded. */
final class LoadBalancerFront extends Front {

    private final boolean multiValue;

    LoadBalancerFront(boolean multiValue) {
        this.multiValue = multiValue;
    }

    @Override
    public ObjectNode event(Request request) {
        ObjectNode event = Events.JSON.createObjectNode();
        event.putObject("requestContext").putObject("elb").put("targetGroupArn", "arn:aws:elasticloadbalancing:::");
        event.put("httpMethod", request.method()).put("path", request.path());
        Map<String, List<String>> headers = grouped(request.headers());
        Map<String, List<String>> query = encoded(request.query());
        if (multiValue) {
            event.set("multiValueHeaders", allOfEach(headers));
            event.set("multiValueQueryStringParameters", allOfEach(query));
        } else {
            event.set("headers", lastOfEach(headers));
            event.set("queryStringParameters", lastOfEach(query));
        }
        putBody(event, request);
        return event;
    }

    @Override
    Headers headers(JsonNode answer) {
        assertThat(answer.path("statusDescription").asText())
                .startsWith(answer.path("statusCode").asText());
        return multiValue ? multiValueHeaders(answer) : singleHeaders(answer);
    }

    @Override
    Set<String> fields() {
        return Set.of("statusCode", "statusDescription", "headers", "multiValueHeaders", "body", "isBase64Encoded");
    }
}
