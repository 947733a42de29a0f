package dev.breakeven.localcloud.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** The errors that Lambda itself reports for a function that cannot, in Lambda's words. */
final class LambdaErrors {

    static final String EXITED = "Runtime.ExitError";

    private static final JsonFactory JSON = new JsonFactory();

    private static final Answer.FunctionError RESPONSE_TOO_LARGE = error(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (" + RuntimeApi.PAYLOAD_BYTES_MAX
                    + " bytes).");

    private LambdaErrors() {}

    static Answer.FunctionError timedOut(String requestId, Duration timeout) {
        return error(
                "Sandbox.Timedout",
                String.format(
                        Locale.ROOT,
                        "RequestId: %s Error: Task timed out after %.2f seconds",
                        requestId,
                        timeout.toMillis() / 1000.0));
    }

    static Answer.FunctionError initTimedOut(Duration limit) {
        return error(
                "Sandbox.Timedout",
                String.format(Locale.ROOT, "Init timed out after %.2f seconds", limit.toMillis() / 1000.0));
    }

    static Answer.FunctionError exited(int status) {
        return error(EXITED, "Runtime exited with error: exit status " + status);
    }

    static Answer.FunctionError responseTooLarge() {
        return RESPONSE_TOO_LARGE;
    }

    static Answer.FunctionError error(String type, String message) {
        return new Answer.FunctionError(type, document(type, message));
    }

    static String document(String type, String message) {
        StringWriter document = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(document)) {
            json.writeStartObject();
            json.writeStringField("errorMessage", message);
            json.writeStringField("errorType", type);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Writing to memory does not fail.
        }
        return document.toString();
    }
}
