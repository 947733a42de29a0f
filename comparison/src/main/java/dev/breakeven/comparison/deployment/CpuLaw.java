package dev.breakeven.comparison.deployment;

/** How an execution environment is held to its share of a processor. */
public enum CpuLaw {
    /** As Lambda has been seen to: in periods of 20 ms, and late to notice that a quota is used up. */
    LAMBDA,
    /** As the kernel of a Linux machine does: in periods of 20 ms on its clock, whatever the calls. */
    LINUX
}
