package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A control group of Linux around one process tree: how much of the CPU it may use, whether it runs at all, and who belongs to
 * it. Whatever a member starts is a member too, and stays one when its parent ends. Made by {@link ControlGroups}.
 */
public sealed interface ControlGroup extends AutoCloseable permits VersionOneGroup, VersionTwoGroup {

    /** Takes a process in; its children that it has already started are not taken along. */
    void add(long pid) throws IOException;

    /** Limits the members together, from now on. */
    void limit(CpuShare share) throws IOException;

    /** Stops all members where they are; it does not wait until they have stopped. */
    void freeze() throws IOException;

    /** Lets them go on. */
    void thaw() throws IOException;

    /** CPU time that members have used since they joined, the ended ones included. */
    long cpuNanos() throws IOException;

    /** In how many periods members were stopped because their share was used up. */
    long throttledPeriods() throws IOException;

    /** The members. */
    List<Long> members() throws IOException;

    /** Where it is, one directory for each hierarchy; they are gone once the group is closed. */
    List<Path> directories();

    /** Removes the group; its members must have ended. */
    @Override
    void close();
}
