package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.breakeven.localcloud.function.Answer;
import java.io.IOException;
import java.util.List;

/**
 * A function as the target of an Application Load Balancer ("Use Lambda functions as targets of an Application Load Balancer"): path
 * and query as they were sent, names of headers in small letters. With multi-value headers on, the event and the answer have all
 * values of a name, and nothing is read from the maps of single ones; with them off it is the other way round.
 *
 * @param multiValue the target group's attribute {@code lambda.multi_value_headers.enabled}
 */
public record LoadBalancerTarget(boolean multiValue) implements Front {

    private static final String TARGET_GROUP = "arn:aws:elasticloadbalancing:us-east-1:" + EventJson.ACCOUNT_ID
            + ":targetgroup/breakeven/0123456789abcdef";

    @Override
    public byte[] event(CallerRequest request) {
        return EventJson.object(request, json -> write(json, request));
    }

    private void write(JsonGenerator json, CallerRequest request) throws IOException {
        json.writeObjectFieldStart("requestContext");
        json.writeObjectFieldStart("elb");
        json.writeStringField("targetGroupArn", TARGET_GROUP);
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("httpMethod", request.method());
        json.writeStringField("path", request.rawPath());
        ValuesByName query = QueryString.asSent(request.rawQuery());
        ValuesByName headers = headers(request);
        if (multiValue) {
            query.writeAll(json, "multiValueQueryStringParameters");
            headers.writeAll(json, "multiValueHeaders");
        } else {
            query.writeLast(json, "queryStringParameters");
            headers.writeLast(json, "headers");
        }
        byte[] body = request.body();
        boolean encoded = body.length > 0 && !EventJson.isText(request);
        if (encoded) {
            json.writeBinaryField("body", body);
        } else {
            json.writeStringField("body", new String(body, UTF_8));
        }
        json.writeBooleanField("isBase64Encoded", encoded);
    }

    private static ValuesByName headers(CallerRequest request) {
        ValuesByName headers = EventJson.headers(request, ValuesByName.ofSmallHeaders(), "http", "80");
        if (request.body().length > 0) {
            headers.set("content-length", Integer.toString(request.body().length));
        }
        return headers;
    }

    @Override
    public CallerResponse answered(CallerRequest request, Answer.Payload answer) throws MalformedAnswerException {
        if (answer.bytes().length > FrontLimits.LOAD_BALANCER.answerBytesMax()) {
            return failure(request, Failure.ANSWER_TOO_LARGE);
        }
        FunctionResponse response = FunctionResponse.parse(answer.bytes(), FunctionResponse.Form.LOAD_BALANCER);
        List<HttpHeader> headers = multiValue ? response.multiValueHeaders() : response.headers();
        return new CallerResponse(response.status(), new ResponseHeaders(headers).list(), response.bytes());
    }

    @Override
    public CallerResponse failure(CallerRequest request, Failure failure) {
        return FrontErrors.ALB.of(failure).response();
    }
}
