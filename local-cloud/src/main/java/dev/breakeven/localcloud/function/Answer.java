package dev.breakeven.localcloud.function;

import java.util.Arrays;

/** What one invocation came to. */
public sealed interface Answer {

    /**
     * What the handler returned.
     *
     * @param bytes JSON as a rule, but whatever was sent; not copied, so not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // Up to 6 MB a call: copies would be measured along with it.
    record Payload(byte[] bytes) implements Answer {

        @Override
        public boolean equals(Object other) {
            return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " B";
        }
    }

    /**
     * That the handler failed, or did not come to an end.
     *
     * @param type what kind of failure: {@code Runtime.UserException} from a handler that throws, {@code Runtime.ExitError},
     *     {@code Sandbox.Timedout} …
     * @param document the JSON that a caller of Lambda would get, with {@code errorMessage} and {@code errorType}
     */
    record FunctionError(String type, String document) implements Answer {}

    /**
     * What the handler sent in pieces, all of it. With the content type of an HTTP integration it begins with a JSON prelude
     * and eight NUL bytes; else it is the body alone.
     *
     * @param bytes not copied, so not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Stream(String contentType, byte[] bytes) implements Answer {

        /** The content type of a stream with a prelude. */
        public static final String HTTP_INTEGRATION = "application/vnd.awslambda.http-integration-response";

        @Override
        public boolean equals(Object other) {
            return other instanceof Stream that
                    && contentType.equals(that.contentType)
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return contentType + ", " + bytes.length + " B in a stream";
        }
    }

    /**
     * That no environment was free, and none could be added.
     *
     * @param reason as Lambda gives it
     */
    record Throttled(String reason) implements Answer {}
}
