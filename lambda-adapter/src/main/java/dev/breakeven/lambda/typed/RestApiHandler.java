package dev.breakeven.lambda.typed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Service;
import dev.breakeven.lambda.Answer;
import dev.breakeven.lambda.EventBody;
import dev.breakeven.lambda.Responder;
import dev.breakeven.lambda.RestApi;
import dev.breakeven.lambda.Values;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The proxy integration of a REST API in AWS's types. The mapping is {@link RestApi}'s; here fields are only moved. What is no
 * HTTP event has no method, and gets an empty result.
 */
public final class RestApiHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private final Responder responder;

    public RestApiHandler() {
        this(Service.behindGateway());
    }

    public RestApiHandler(Handler handler) {
        responder = new Responder(handler);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(@Nullable APIGatewayProxyRequestEvent event, Context context) {
        if (event == null || event.getHttpMethod() == null) {
            return new APIGatewayProxyResponseEvent();
        }
        Answer answer = responder.respond(restApi(event), context);
        String text = answer.text();
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(answer.status())
                .withMultiValueHeaders(answer.headers())
                .withIsBase64Encoded(text == null)
                .withBody(text == null ? Base64.getEncoder().encodeToString(answer.body()) : text);
    }

    private static RestApi restApi(APIGatewayProxyRequestEvent event) {
        ProxyRequestContext context = event.getRequestContext();
        return new RestApi(
                event.getHttpMethod(),
                event.getPath(),
                context == null ? null : context.getPath(),
                context == null ? null : context.getStage(),
                values(event.getHeaders(), event.getMultiValueHeaders()),
                values(event.getQueryStringParameters(), event.getMultiValueQueryStringParameters()),
                new EventBody(event.getBody(), Boolean.TRUE.equals(event.getIsBase64Encoded())));
    }

    private static Values values(@Nullable Map<String, String> single, @Nullable Map<String, List<String>> multi) {
        return new Values(withoutNulls(single), withoutNulls(multi));
    }

    /** AWS's types let null values through. */
    private static <V> @Nullable Map<String, V> withoutNulls(@Nullable Map<String, V> map) {
        if (map == null) {
            return null;
        }
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.values().removeIf(Objects::isNull);
        return copy;
    }
}
