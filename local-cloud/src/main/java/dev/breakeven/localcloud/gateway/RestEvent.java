package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event of payload format 1.0, field by field as AWS documents it. The names by which AWS would know an API and its owner
 * are invented, in the right form; whatever tells who signed in is null, for nobody did.
 */
final class RestEvent {

    private static final String API_ID = "breakeven1";
    private static final String DEPLOYMENT_ID = "local1";
    private static final String RESOURCE_ID = "proxy1";
    private static final String DOMAIN_NAME = API_ID + ".execute-api.us-east-1.amazonaws.com";

    private static final List<String> IDENTITY_OF_NOBODY = List.of(
            "accessKey",
            "accountId",
            "caller",
            "cognitoAuthenticationProvider",
            "cognitoAuthenticationType",
            "cognitoIdentityId",
            "cognitoIdentityPoolId",
            "principalOrgId",
            "user",
            "userArn");

    private final String stage;
    private final BinaryMediaTypes binary;
    private final InstantSource clock;

    RestEvent(String stage, BinaryMediaTypes binary, InstantSource clock) {
        this.stage = stage;
        this.binary = binary;
        this.clock = clock;
    }

    byte[] of(CallerRequest request) {
        return EventJson.object(request, json -> write(json, request));
    }

    private void write(JsonGenerator json, CallerRequest request) throws IOException {
        ValuesByName headers = headers(request);
        json.writeStringField("resource", resource(request));
        json.writeStringField("path", request.rawPath());
        json.writeStringField("httpMethod", request.method());
        headers.write(json, "headers", "multiValueHeaders");
        QueryString.decode(request.rawQuery()).write(json, "queryStringParameters", "multiValueQueryStringParameters");
        writePathParameters(json, request);
        json.writeNullField("stageVariables");
        writeContext(json, request, headers.last("User-Agent"));
        writeBody(json, request);
    }

    private static boolean isRoot(CallerRequest request) {
        return request.rawPath().equals("/");
    }

    private static String resource(CallerRequest request) {
        return isRoot(request) ? "/" : "/{proxy+}";
    }

    private static ValuesByName headers(CallerRequest request) {
        ValuesByName headers = EventJson.headers(request, ValuesByName.ofHeaders(), "https", "443");
        if (headers.last("Host") == null) {
            headers.add("Host", DOMAIN_NAME);
        }
        return headers;
    }

    private static void writePathParameters(JsonGenerator json, CallerRequest request) throws IOException {
        if (isRoot(request)) {
            json.writeNullField("pathParameters");
        } else {
            json.writeObjectFieldStart("pathParameters");
            json.writeStringField("proxy", request.rawPath().substring(1));
            json.writeEndObject();
        }
    }

    private void writeContext(JsonGenerator json, CallerRequest request, @Nullable String userAgent)
            throws IOException {
        Instant now = clock.instant();
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("resourceId", RESOURCE_ID);
        json.writeStringField("resourcePath", resource(request));
        json.writeStringField("httpMethod", request.method());
        json.writeStringField("extendedRequestId", request.extendedRequestId());
        json.writeStringField("requestTime", EventJson.time(now));
        json.writeStringField("path", "/" + stage + request.rawPath());
        json.writeStringField("accountId", EventJson.ACCOUNT_ID);
        json.writeStringField("protocol", "HTTP/1.1");
        json.writeStringField("stage", stage);
        json.writeStringField("domainPrefix", API_ID);
        json.writeNumberField("requestTimeEpoch", now.toEpochMilli());
        json.writeStringField("requestId", request.requestId());
        json.writeObjectFieldStart("identity");
        for (String field : IDENTITY_OF_NOBODY) {
            json.writeNullField(field);
        }
        json.writeStringField("sourceIp", request.sourceAddress());
        json.writeStringField("userAgent", userAgent);
        json.writeEndObject();
        json.writeStringField("domainName", DOMAIN_NAME);
        json.writeStringField("deploymentId", DEPLOYMENT_ID);
        json.writeStringField("apiId", API_ID);
        json.writeEndObject();
    }

    // What is not binary is text, and bytes that are no UTF-8 do not survive it; no body is not encoded at all.
    private void writeBody(JsonGenerator json, CallerRequest request) throws IOException {
        byte[] body = request.body();
        boolean encoded = body.length > 0 && binary.hasContentType(request.header("Content-Type"));
        if (body.length == 0) {
            json.writeNullField("body");
        } else if (encoded) {
            json.writeBinaryField("body", body);
        } else {
            json.writeStringField("body", new String(body, UTF_8));
        }
        json.writeBooleanField("isBase64Encoded", encoded);
    }
}
