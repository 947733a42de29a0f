package dev.breakeven.comparison.cli;

/** What the exit status of the command says. */
enum ExitStatus {
    DONE(0),
    /** A budget, an assertion or a validation failed. */
    FAILED(1),
    BAD_INPUT(2),
    /** Something that the machine lacks or that broke while running. */
    BROKEN(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
