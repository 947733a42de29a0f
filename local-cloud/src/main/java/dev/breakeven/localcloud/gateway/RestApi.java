package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.Answer;
import java.time.InstantSource;

/**
 * API Gateway's REST API with Lambda proxy integration: a request becomes an event of payload format 1.0, and the function's
 * answer a response ("Set up Lambda proxy integrations in API Gateway"). Modelled is a regional API with one greedy resource,
 * <code>/{proxy+}</code>, whose binary media types are all, so that bodies come and go unharmed. Left out are authorizers,
 * stage variables, limits, and the headers by which API Gateway numbers its answers.
 */
public final class RestApi {

    private final RestEvent event;

    /** An API whose URLs begin with the given stage, as in {@code /prod/compress}. */
    public RestApi(String stage) {
        this(stage, InstantSource.system());
    }

    RestApi(String stage, InstantSource clock) {
        this.event = new RestEvent(stage, clock);
    }

    /** The event that the function is given for a request, whose path is without the stage. */
    public byte[] event(CallerRequest request) {
        return event.of(request);
    }

    /** What the caller is told when the function has ended. */
    public CallerResponse response(Answer answer) {
        return switch (answer) {
            case Answer.Payload payload -> ProxyResponse.parse(payload.bytes());
            case Answer.FunctionError error ->
                FrontErrors.REST.of(failure(error.type())).response();
        };
    }

    private static Failure failure(String errorType) {
        return switch (errorType) {
            case "Sandbox.Timedout" -> Failure.FUNCTION_TIMEOUT;
            case "Function.ResponseSizeTooLarge" -> Failure.ANSWER_TOO_LARGE;
            default -> Failure.FUNCTION_ERROR;
        };
    }
}
