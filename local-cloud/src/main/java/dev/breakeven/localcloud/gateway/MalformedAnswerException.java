package dev.breakeven.localcloud.gateway;

/** An answer of a function that is not in the form that its front reads. */
public final class MalformedAnswerException extends Exception {

    MalformedAnswerException(String what) {
        super(what);
    }

    MalformedAnswerException(Throwable cause) {
        super(cause);
    }
}
