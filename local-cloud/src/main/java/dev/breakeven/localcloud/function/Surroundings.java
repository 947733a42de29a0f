package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.process.OutputSink;
import java.util.Optional;

/**
 * What an execution environment runs in.
 *
 * @param groups where its share of the CPU and its freezing come from
 * @param initShare what init may use of the CPU; empty for all there is
 * @param output takes what the function prints
 */
record Surroundings(ControlGroups groups, Optional<CpuShare> initShare, OutputSink output) {

    /** No limits, and what is printed is kept only to explain a failure. */
    static final Surroundings NONE = new Surroundings(
            new ControlGroups.Unavailable("none was asked for"), Optional.empty(), OutputSink.nowhere());
}
