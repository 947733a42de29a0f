package dev.breakeven.localcloud.function;

import java.io.IOException;

/** An execution environment that never asked for its first event. Its message ends with what the function printed last. */
public final class InitFailedException extends IOException {

    private final transient Answer.FunctionError error;

    InitFailedException(Answer.FunctionError error, String outputTail) {
        super("Init failed with " + error.type() + ": " + error.document()
                + (outputTail.isEmpty() ? "" : "\n" + outputTail));
        this.error = error;
    }

    /** What a caller of Lambda would be told. */
    public Answer.FunctionError error() {
        return error;
    }
}
