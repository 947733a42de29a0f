package dev.breakeven.comparison.input;

/** Input that cannot be used. The message is one sentence for the user: where, what, and what is accepted. */
public final class BadInputException extends Exception {

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
