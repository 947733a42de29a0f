package dev.breakeven.localcloud.gateway;

import dev.breakeven.localcloud.function.Answer;
import java.util.Arrays;
import java.util.List;

/**
 * A streamed answer: a JSON prelude with the status and the headers, eight NUL bytes, and the body as it is ("Response streaming for
 * Lambda functions"). It is passed on once it is all there, so that time to the first byte is not what it would be.
 */
final class StreamedResponse {

    private static final int DELIMITER_BYTES = 8;
    private static final int STATUS_BY_DEFAULT = 200;

    private StreamedResponse() {}

    static CallerResponse parse(Answer.Stream stream, String contentTypeByDefault) throws MalformedAnswerException {
        if (!stream.contentType().startsWith(Answer.Stream.HTTP_INTEGRATION)) {
            return new CallerResponse(
                    STATUS_BY_DEFAULT,
                    new ResponseHeaders(List.of())
                            .with("Content-Type", stream.contentType())
                            .list(),
                    stream.bytes());
        }
        byte[] bytes = stream.bytes();
        int end = delimiter(bytes);
        FunctionResponse prelude = FunctionResponse.parse(Arrays.copyOf(bytes, end), FunctionResponse.Form.PRELUDE);
        return new CallerResponse(
                prelude.hasStatus() ? prelude.status() : STATUS_BY_DEFAULT,
                new ResponseHeaders(prelude.allHeaders())
                        .byDefault("Content-Type", contentTypeByDefault)
                        .list(),
                Arrays.copyOfRange(bytes, end + DELIMITER_BYTES, bytes.length));
    }

    private static int delimiter(byte[] bytes) throws MalformedAnswerException {
        int zeros = 0;
        for (int i = 0; i < bytes.length; i++) {
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
            if (zeros == DELIMITER_BYTES) {
                return i + 1 - DELIMITER_BYTES;
            }
        }
        throw new MalformedAnswerException("eight NUL bytes after the prelude");
    }
}
