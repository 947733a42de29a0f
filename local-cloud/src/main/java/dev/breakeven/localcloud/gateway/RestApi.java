package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.Answer;
import java.time.InstantSource;

/**
 * API Gateway's REST API with Lambda proxy integration: a request becomes an event of payload format 1.0, and the function's
 * answer a response ("Set up Lambda proxy integrations in API Gateway"). Modelled is a regional API with one greedy resource,
 * <code>/{proxy+}</code>. Left out are authorizers, stage variables, and the new names that API Gateway gives to some headers of
 * an answer.
 */
public final class RestApi implements Front {

    private final String stage;
    private final RestEvent event;
    private final BinaryMediaTypes binary;

    /** An API whose URLs begin with the given stage, as in {@code /prod/compress}, and that takes everything for binary. */
    public RestApi(String stage) {
        this(stage, BinaryMediaTypes.ALL);
    }

    public RestApi(String stage, BinaryMediaTypes binary) {
        this(stage, binary, InstantSource.system());
    }

    RestApi(String stage, BinaryMediaTypes binary, InstantSource clock) {
        this.stage = stage;
        this.event = new RestEvent(stage, binary, clock);
        this.binary = binary;
    }

    /**
     * The event that the function is given for a request. Its path may begin with the stage, as at API Gateway's own domain, or
     * not, as at a domain of one's own; the function sees it without.
     */
    @Override
    public byte[] event(CallerRequest request) {
        return event.of(request.withoutFirst(stage));
    }

    @Override
    public CallerResponse answered(CallerRequest request, Answer.Payload answer) throws MalformedAnswerException {
        FunctionResponse response = FunctionResponse.parse(answer.bytes(), FunctionResponse.Form.REST);
        byte[] decoded = response.bytes();
        boolean accepted = response.isBase64() && binary.isAccepted(request.header("Accept"));
        return numbered(
                request,
                new CallerResponse(
                        response.status(),
                        new ResponseHeaders(response.allHeaders())
                                .byDefault("Content-Type", "application/json")
                                .list(),
                        accepted ? decoded : response.text()));
    }

    @Override
    public CallerResponse streamed(CallerRequest request, Answer.Stream answer) throws MalformedAnswerException {
        return numbered(request, StreamedResponse.parse(answer, "application/json"));
    }

    @Override
    public CallerResponse failure(CallerRequest request, Failure failure) {
        return numbered(request, FrontErrors.REST.of(failure).response());
    }

    private static CallerResponse numbered(CallerRequest request, CallerResponse response) {
        return response.with(
                new HttpHeader("x-amzn-RequestId", request.requestId()),
                new HttpHeader("x-amz-apigw-id", request.extendedRequestId()));
    }
}
