package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each front's event, field by field as AWS documents it, as a function sees it arrive. */
class EventsTest {

    @TempDir
    private Path directory;

    private static final String REST = """
            {
              "resource": "/{proxy+}",
              "path": "/a%20b/event",
              "httpMethod": "POST",
              "headers": {
                "Content-Type": "text/plain; charset=UTF-8", "Cookie": "one=1; two=2", "Host": "HOST",
                "User-Agent": "test/1.0", "X-Amzn-Trace-Id": "TRACE", "X-Forwarded-For": "127.0.0.1",
                "X-Forwarded-Port": "443", "X-Forwarded-Proto": "https", "X-Odd-CASE": "second"
              },
              "multiValueHeaders": {
                "Content-Type": ["text/plain; charset=UTF-8"], "Cookie": ["one=1; two=2"], "Host": ["HOST"],
                "User-Agent": ["test/1.0"], "X-Amzn-Trace-Id": ["TRACE"], "X-Forwarded-For": ["127.0.0.1"],
                "X-Forwarded-Port": ["443"], "X-Forwarded-Proto": ["https"], "X-Odd-CASE": ["first", "second"]
              },
              "queryStringParameters": {"key": "b c", "empty": ""},
              "multiValueQueryStringParameters": {"key": ["a", "b c"], "empty": [""]},
              "pathParameters": {"proxy": "a%20b/event"},
              "stageVariables": null,
              "requestContext": {
                "resourceId": "proxy1",
                "resourcePath": "/{proxy+}",
                "httpMethod": "POST",
                "extendedRequestId": "ID",
                "requestTime": "TIME",
                "path": "/prod/a%20b/event",
                "accountId": "123456789012",
                "protocol": "HTTP/1.1",
                "stage": "prod",
                "domainPrefix": "breakeven1",
                "requestTimeEpoch": 0,
                "requestId": "ID",
                "identity": {
                  "accessKey": null, "accountId": null, "caller": null, "cognitoAuthenticationProvider": null,
                  "cognitoAuthenticationType": null, "cognitoIdentityId": null, "cognitoIdentityPoolId": null,
                  "principalOrgId": null, "user": null, "userArn": null,
                  "sourceIp": "127.0.0.1", "userAgent": "test/1.0"
                },
                "domainName": "breakeven1.execute-api.us-east-1.amazonaws.com",
                "deploymentId": "local1",
                "apiId": "breakeven1"
              },
              "body": "Z3LDvG4=",
              "isBase64Encoded": true
            }
            """;

    private static final String HTTP = """
            {
              "version": "2.0",
              "routeKey": "$default",
              "rawPath": "/a b/event",
              "rawQueryString": "key=a&key=b%20c&empty=",
              "cookies": ["one=1", "two=2"],
              "headers": {
                "content-length": "5", "content-type": "text/plain; charset=UTF-8", "host": "HOST",
                "user-agent": "test/1.0", "x-amzn-trace-id": "TRACE", "x-forwarded-for": "127.0.0.1",
                "x-forwarded-port": "443", "x-forwarded-proto": "https", "x-odd-case": "first,second"
              },
              "queryStringParameters": {"key": "a,b c", "empty": ""},
              "requestContext": {
                "accountId": "123456789012",
                "apiId": "breakeven2",
                "domainName": "breakeven2.execute-api.us-east-1.amazonaws.com",
                "domainPrefix": "breakeven2",
                "http": {
                  "method": "POST", "path": "/a b/event", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1",
                  "userAgent": "test/1.0"
                },
                "requestId": "ID",
                "routeKey": "$default",
                "stage": "$default",
                "time": "TIME",
                "timeEpoch": 0
              },
              "body": "grün",
              "isBase64Encoded": false
            }
            """;

    private static final String URL = HTTP.replace("\"/a b/event\"", "\"/a%20b/event\"")
            .replace("123456789012", "anonymous")
            .replace("breakeven2.execute-api.us-east-1.amazonaws.com", "URLID.lambda-url.us-east-1.on.aws")
            .replace("breakeven2", "URLID")
            .replace("URLID", "breakeven3localcloudfunctionurl0");

    private static final String ALB = """
            {
              "requestContext": {
                "elb": {
                  "targetGroupArn":
                    "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/breakeven/0123456789abcdef"
                }
              },
              "httpMethod": "POST",
              "path": "/a%20b/event",
              "queryStringParameters": {"key": "b%20c", "empty": ""},
              "headers": {
                "content-length": "5", "content-type": "text/plain; charset=UTF-8", "cookie": "one=1; two=2",
                "host": "HOST", "user-agent": "test/1.0", "x-amzn-trace-id": "TRACE", "x-forwarded-for": "127.0.0.1",
                "x-forwarded-port": "80", "x-forwarded-proto": "http", "x-odd-case": "second"
              },
              "body": "grün",
              "isBase64Encoded": false
            }
            """;

    private static final String ALB_MULTI_VALUE = """
            {
              "requestContext": {
                "elb": {
                  "targetGroupArn":
                    "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/breakeven/0123456789abcdef"
                }
              },
              "httpMethod": "POST",
              "path": "/a%20b/event",
              "multiValueQueryStringParameters": {"key": ["a", "b%20c"], "empty": [""]},
              "multiValueHeaders": {
                "content-length": ["5"], "content-type": ["text/plain; charset=UTF-8"], "cookie": ["one=1; two=2"],
                "host": ["HOST"], "user-agent": ["test/1.0"], "x-amzn-trace-id": ["TRACE"],
                "x-forwarded-for": ["127.0.0.1"], "x-forwarded-port": ["80"], "x-forwarded-proto": ["http"],
                "x-odd-case": ["first", "second"]
              },
              "body": "grün",
              "isBase64Encoded": false
            }
            """;

    @ParameterizedTest
    @EnumSource
    void anEventArrivesAsAwsDocumentsIt(FrontKind kind) throws Exception {
        LocalFunctionsSettings settings = LocalFunctionsSettings.of(Bootstrap.python(directory))
                .withEvents(kind)
                .withMemoryMegabytes(256);
        try (LocalFunctions functions = LocalFunctions.start(settings, OutputStream.nullOutputStream())) {
            String stage = kind == FrontKind.REST ? "/prod" : "";
            String event = normalised(post(functions.uri() + stage + "/a%20b/event?key=a&key=b%20c&empty="))
                    .replace(functions.uri().getAuthority(), "HOST");
            assertThat(JsonTree.parse(event.getBytes(UTF_8)))
                    .isEqualTo(JsonTree.parse(documented(kind).getBytes(UTF_8)));
        }
    }

    private static String documented(FrontKind kind) {
        return switch (kind) {
            case REST -> REST;
            case HTTP -> HTTP;
            case URL -> URL;
            case ALB -> ALB;
            case ALB_MULTI_VALUE -> ALB_MULTI_VALUE;
        };
    }

    private static String post(String uri) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                    .header("User-Agent", "test/1.0")
                    .header("Content-Type", "text/plain; charset=UTF-8")
                    .header("Cookie", "one=1; two=2")
                    .header("X-Odd-CASE", "first")
                    .header("X-Odd-CASE", "second")
                    .POST(BodyPublishers.ofString("grün"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String normalised(String event) {
        return event.replaceAll("\"(extendedR|r)equestId\": ?\"[-_=0-9A-Za-z]+\"", "\"$1equestId\":\"ID\"")
                .replaceAll("Root=1-[0-9a-f]{8}-[0-9a-f]{24}", "TRACE")
                .replaceAll("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000", "TIME")
                .replaceAll("imeEpoch\":\\d{13}", "imeEpoch\":0");
    }
}
