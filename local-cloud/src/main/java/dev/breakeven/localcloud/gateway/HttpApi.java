package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.Answer;
import java.time.InstantSource;

/**
 * API Gateway's HTTP API with Lambda proxy integration, in payload format 2.0 and with the default stage and route. The path
 * comes decoded, as it does there. It knows no streamed answers.
 */
public final class HttpApi implements Front {

    private static final String API_ID = "breakeven2";

    private final VersionTwo format;

    public HttpApi() {
        this(InstantSource.system());
    }

    HttpApi(InstantSource clock) {
        format = new VersionTwo(
                EventJson.ACCOUNT_ID, API_ID, API_ID + ".execute-api.us-east-1.amazonaws.com", true, true, clock);
    }

    @Override
    public byte[] event(CallerRequest request) {
        return format.event(request);
    }

    @Override
    public CallerResponse answered(CallerRequest request, Answer.Payload answer) throws MalformedAnswerException {
        return numbered(request, format.response(answer));
    }

    @Override
    public CallerResponse failure(CallerRequest request, Failure failure) {
        return numbered(request, FrontErrors.HTTP.of(failure).response());
    }

    private static CallerResponse numbered(CallerRequest request, CallerResponse response) {
        return response.with(new HttpHeader("Apigw-Requestid", request.extendedRequestId()));
    }
}
