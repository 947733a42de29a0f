package dev.breakeven.localcloud.function;

/** How the init phase of an environment ended. */
sealed interface Init {

    /** With the first {@code next}, at this moment on the clock of {@link System#nanoTime}. */
    record Done(long nanos) implements Init {}

    /** Without one. */
    record Failed(Answer.FunctionError error) implements Init {}
}
