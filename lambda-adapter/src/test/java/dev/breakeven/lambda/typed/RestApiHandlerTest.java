package dev.breakeven.lambda.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.breakeven.core.Handler;
import dev.breakeven.core.HandlerContract;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import dev.breakeven.lambda.Front;
import dev.breakeven.lambda.RestApiFront;
import dev.breakeven.lambda.TestContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestApiHandlerTest extends HandlerContract {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final Front front = new RestApiFront();

    @Override
    protected Response send(Handler handler, Request request) throws JsonProcessingException {
        APIGatewayProxyRequestEvent event = JSON.treeToValue(front.event(request), APIGatewayProxyRequestEvent.class);
        APIGatewayProxyResponseEvent answer = new RestApiHandler(handler).handleRequest(event, new TestContext());
        return front.response(JSON.valueToTree(answer));
    }

    @Override
    protected Handler service() {
        return Service.behindGateway();
    }

    @Test
    void what_is_no_http_event_gets_an_empty_result() {
        RestApiHandler handler = new RestApiHandler();
        APIGatewayProxyResponseEvent nothing = new APIGatewayProxyResponseEvent();
        assertThat(handler.handleRequest(null, new TestContext())).isEqualTo(nothing);
        assertThat(handler.handleRequest(new APIGatewayProxyRequestEvent(), new TestContext()))
                .isEqualTo(nothing);
    }

    @Test
    void an_event_with_hardly_a_field_is_answered() {
        APIGatewayProxyRequestEvent event =
                new APIGatewayProxyRequestEvent().withHttpMethod("GET").withPath("/health");
        APIGatewayProxyResponseEvent answer = new RestApiHandler().handleRequest(event, new TestContext());
        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("ok");
        assertThat(answer.getIsBase64Encoded()).isFalse();
    }

    @Test
    void nulls_among_the_values_count_as_absent() throws JsonProcessingException {
        APIGatewayProxyRequestEvent event = JSON.readValue("""
                {"httpMethod": "GET", "path": "/health", "headers": {"X-A": null}, "multiValueHeaders": {"X-B": null},
                 "queryStringParameters": {"a": null}}""", APIGatewayProxyRequestEvent.class);
        assertThat(new RestApiHandler().handleRequest(event, new TestContext()).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void an_answer_that_lambda_would_refuse_is_a_problem_instead() {
        Handler large = request -> new Response(200, Headers.NONE, new byte[5_000_000]);
        APIGatewayProxyRequestEvent event =
                new APIGatewayProxyRequestEvent().withHttpMethod("GET").withPath("/large");
        APIGatewayProxyResponseEvent answer = new RestApiHandler(large).handleRequest(event, new TestContext());
        assertThat(answer.getStatusCode()).isEqualTo(413);
        assertThat(answer.getMultiValueHeaders())
                .isEqualTo(Map.of(
                        "Access-Control-Allow-Origin", List.of("*"),
                        "Content-Type", List.of("application/problem+json")));
        assertThat(answer.getBody()).contains("Too large");
    }
}
