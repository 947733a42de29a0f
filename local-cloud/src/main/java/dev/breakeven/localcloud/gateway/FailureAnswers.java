package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of each failure at each front. API Gateway's from "Gateway response types for API Gateway" and the error pages of
 * its guide, the load balancer's from "Troubleshoot your Application Load Balancers", a function URL's from "Invoking Lambda
 * function URLs".
 */
final class FailureAnswers {

    private FailureAnswers() {}

    static CallerResponse rest(Failure failure) {
        return switch (failure) {
            case FRONT_THROTTLED -> json(429, "Too Many Requests", "TooManyRequestsException");
            case REQUEST_TOO_LARGE, EVENT_TOO_LARGE -> json(413, "Request Too Long", "RequestTooLargeException");
            case FUNCTION_THROTTLED -> json(500, "Internal server error", "InternalServerErrorException");
            case FRONT_TIMEOUT -> json(504, "Endpoint request timed out", "InternalServerErrorException");
            case FUNCTION_TIMEOUT, FUNCTION_ERROR, MALFORMED_ANSWER, ANSWER_TOO_LARGE ->
                json(502, "Internal server error", "InternalServerErrorException");
        };
    }

    static CallerResponse http(Failure failure) {
        return switch (failure) {
            case FRONT_THROTTLED -> json(429, "Too Many Requests", null);
            case REQUEST_TOO_LARGE, EVENT_TOO_LARGE -> json(413, "Request Entity Too Large", null);
            case FUNCTION_THROTTLED, FRONT_TIMEOUT -> json(503, "Service Unavailable", null);
            case FUNCTION_TIMEOUT, FUNCTION_ERROR, MALFORMED_ANSWER, ANSWER_TOO_LARGE ->
                json(500, "Internal Server Error", null);
        };
    }

    static CallerResponse url(Failure failure) {
        return switch (failure) {
            case FRONT_THROTTLED, FUNCTION_THROTTLED ->
                CallerResponse.message(429, "TooManyRequestsException", "Rate Exceeded.");
            case REQUEST_TOO_LARGE, EVENT_TOO_LARGE ->
                CallerResponse.message(413, "RequestEntityTooLargeException", "Request Entity Too Large");
            case FRONT_TIMEOUT -> CallerResponse.message(504, "GatewayTimeoutException", "Gateway Timeout");
            case FUNCTION_TIMEOUT, FUNCTION_ERROR, MALFORMED_ANSWER, ANSWER_TOO_LARGE ->
                text(502, "Internal Server Error");
        };
    }

    static CallerResponse loadBalancer(Failure failure) {
        return switch (failure) {
            case FRONT_THROTTLED, FUNCTION_THROTTLED, FUNCTION_TIMEOUT -> page("502 Bad Gateway");
            case FUNCTION_ERROR, MALFORMED_ANSWER, ANSWER_TOO_LARGE -> page("502 Bad Gateway");
            case REQUEST_TOO_LARGE, EVENT_TOO_LARGE -> page("413 Request Entity Too Large");
            case FRONT_TIMEOUT -> page("504 Gateway Time-out");
        };
    }

    private static CallerResponse json(int status, String message, @Nullable String errorType) {
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Content-Type", "application/json"));
        if (errorType != null) {
            headers.add(new HttpHeader("x-amzn-ErrorType", errorType));
        }
        return new CallerResponse(status, headers, ("{\"message\": \"" + message + "\"}").getBytes(UTF_8));
    }

    private static CallerResponse text(int status, String message) {
        return new CallerResponse(
                status,
                List.of(
                        new HttpHeader("Content-Type", "application/json"),
                        new HttpHeader("x-amzn-ErrorType", "InternalServerErrorException")),
                message.getBytes(UTF_8));
    }

    private static CallerResponse page(String statusLine) {
        String page = "<html>\r\n<head><title>" + statusLine + "</title></head>\r\n<body>\r\n<center><h1>" + statusLine
                + "</h1></center>\r\n</body>\r\n</html>\r\n";
        return new CallerResponse(
                Integer.parseInt(statusLine.substring(0, 3)),
                List.of(new HttpHeader("Server", "awselb/2.0"), new HttpHeader("Content-Type", "text/html")),
                page.getBytes(UTF_8));
    }
}
