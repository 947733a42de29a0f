package dev.breakeven.localcloud.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event of payload format 1.0, field by field as AWS documents it. The names by which AWS would know an API and its owner
 * are invented, in the right form; whatever tells who signed in is null, for nobody did.
 */
final class RestEvent {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String ACCOUNT_ID = "123456789012";
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
    private final InstantSource clock;

    RestEvent(String stage, InstantSource clock) {
        this.stage = stage;
        this.clock = clock;
    }

    byte[] of(CallerRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096 + request.body().length * 4 / 3);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            write(json, request);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Writing to memory does not fail.
        }
        return bytes.toByteArray();
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
        writeBody(json, request.body());
    }

    private static boolean isRoot(CallerRequest request) {
        return request.rawPath().equals("/");
    }

    private static String resource(CallerRequest request) {
        return isRoot(request) ? "/" : "/{proxy+}";
    }

    /** The caller's headers, and what the front knows of the connection that they came over. */
    private static ValuesByName headers(CallerRequest request) {
        ValuesByName headers = ValuesByName.ofHeaders();
        for (HttpHeader header : request.headers()) {
            if (!MessageFraming.has(header.name())) {
                headers.add(header.name(), header.value());
            }
        }
        if (headers.last("Host") == null) {
            headers.add("Host", DOMAIN_NAME);
        }
        @Nullable String forwardedFor = headers.last("X-Forwarded-For");
        headers.set(
                "X-Forwarded-For",
                forwardedFor == null ? request.sourceAddress() : forwardedFor + ", " + request.sourceAddress());
        headers.set("X-Forwarded-Port", "443");
        headers.set("X-Forwarded-Proto", "https");
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
        json.writeStringField("extendedRequestId", UUID.randomUUID().toString());
        json.writeStringField("requestTime", REQUEST_TIME.format(now));
        json.writeStringField("path", "/" + stage + request.rawPath());
        json.writeStringField("accountId", ACCOUNT_ID);
        json.writeStringField("protocol", "HTTP/1.1");
        json.writeStringField("stage", stage);
        json.writeStringField("domainPrefix", API_ID);
        json.writeNumberField("requestTimeEpoch", now.toEpochMilli());
        json.writeStringField("requestId", UUID.randomUUID().toString());
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

    // Every media type is a binary one, so that text is encoded like anything else; no body is not encoded at all.
    private static void writeBody(JsonGenerator json, byte[] body) throws IOException {
        if (body.length == 0) {
            json.writeNullField("body");
        } else {
            json.writeBinaryField("body", body);
        }
        json.writeBooleanField("isBase64Encoded", body.length > 0);
    }
}
