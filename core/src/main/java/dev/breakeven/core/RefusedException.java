package dev.breakeven.core;

/** Carries a problem up to whoever can answer with it. It is an answer, not a fault, so it has no stack trace. */
public final class RefusedException extends Exception {

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
