package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.Answer;

/** One kind of front: how a request becomes an event, and how the function's answer becomes a response. */
public sealed interface Front permits RestApi, HttpApi, FunctionUrl, LoadBalancerTarget {

    /** The event that the function is given for a request. */
    byte[] event(CallerRequest request);

    /** What the caller is told once the function has ended. */
    default CallerResponse response(CallerRequest request, Answer answer) {
        try {
            return switch (answer) {
                case Answer.Payload payload -> answered(request, payload);
                case Answer.Stream stream -> streamed(request, stream);
                case Answer.FunctionError error -> failure(request, failureOf(error));
                case Answer.Throttled throttled -> failure(request, Failure.FUNCTION_THROTTLED);
            };
        } catch (MalformedAnswerException e) {
            return failure(request, Failure.MALFORMED_ANSWER);
        }
    }

    /** What the caller is told of a failure. */
    CallerResponse failure(CallerRequest request, Failure failure);

    /** What an answer in one piece becomes. */
    CallerResponse answered(CallerRequest request, Answer.Payload answer) throws MalformedAnswerException;

    /** What a streamed answer becomes. A front that knows no streams reads it like any other. */
    default CallerResponse streamed(CallerRequest request, Answer.Stream answer) throws MalformedAnswerException {
        return answered(request, new Answer.Payload(answer.bytes()));
    }

    private static Failure failureOf(Answer.FunctionError error) {
        return switch (error.type()) {
            case "Sandbox.Timedout" -> Failure.FUNCTION_TIMEOUT;
            case "Function.ResponseSizeTooLarge" -> Failure.ANSWER_TOO_LARGE;
            default -> Failure.FUNCTION_ERROR;
        };
    }
}
