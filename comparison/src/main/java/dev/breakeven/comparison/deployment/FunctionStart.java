package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.quantity.Distribution;

/** How an execution environment comes to its first request. */
public sealed interface FunctionStart {

    /** Its code is loaded and initialized. */
    record Init() implements FunctionStart {}

    /**
     * SnapStart: a snapshot of an initialized environment is restored instead. Measurements of Java functions disagree on whether
     * that is sooner (aws-samples/serverless-java-frameworks-samples: five times; k-i-soft.ch, 2026: later), so what it takes is
     * an input. All of it is billed, which is the most that it can be: AWS bills the part in which the runtime is loaded and
     * hooks run, and nothing besides for Java's managed runtimes. The call that follows is as slow as a first call after an init.
     *
     * @param restoreNanos from the request until the call begins
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-monitoring.html">what is billed</a>
     */
    record SnapStart(Distribution restoreNanos) implements FunctionStart {}
}
