package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.Answer;
import java.time.InstantSource;

/** A function's own URL that anybody may call: payload format 2.0, the path as it was sent, and no stage but the default one. */
public final class FunctionUrl implements Front {

    private static final String URL_ID = "breakeven3localcloudfunctionurl0";

    private final VersionTwo format;

    public FunctionUrl() {
        this(InstantSource.system());
    }

    FunctionUrl(InstantSource clock) {
        format = new VersionTwo("anonymous", URL_ID, URL_ID + ".lambda-url.us-east-1.on.aws", false, false, clock);
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
    public CallerResponse streamed(CallerRequest request, Answer.Stream answer) throws MalformedAnswerException {
        return numbered(request, StreamedResponse.parse(answer, "application/octet-stream"));
    }

    @Override
    public CallerResponse failure(CallerRequest request, Failure failure) {
        return numbered(request, FrontErrors.URL.of(failure).response());
    }

    private static CallerResponse numbered(CallerRequest request, CallerResponse response) {
        return response.with(new HttpHeader("x-amzn-RequestId", request.requestId()));
    }
}
