package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A control group of version 2, which has one hierarchy for everything ({@code Documentation/admin-guide/cgroup-v2.rst}). */
record VersionTwoGroup(GroupDirectory group, KernelFile state) implements ControlGroup {

    private static final byte[] FROZEN = {'1'};
    private static final byte[] THAWED = {'0'};

    static VersionTwoGroup create(Path parent, String name) throws IOException {
        GroupDirectory group = GroupDirectory.create(parent, name);
        return new VersionTwoGroup(group, group.kernelFile("cgroup.freeze"));
    }

    @Override
    public void add(long pid) throws IOException {
        group.add(pid);
    }

    @Override
    public void limit(CpuShare share) throws IOException {
        group.write("cpu.max", share.quotaMicros() + " " + share.periodMicros());
    }

    @Override
    public void freeze() throws IOException {
        state.write(FROZEN);
    }

    @Override
    public void thaw() throws IOException {
        state.write(THAWED);
    }

    @Override
    public long cpuNanos() throws IOException {
        return 1_000 * group.number("cpu.stat", "usage_usec");
    }

    @Override
    public long throttledPeriods() throws IOException {
        return group.number("cpu.stat", "nr_throttled");
    }

    @Override
    public List<Long> members() throws IOException {
        return group.members();
    }

    @Override
    public List<Path> directories() {
        return List.of(group.path());
    }

    @Override
    public void close() {
        group.remove(state);
        StillOpen.closed(this);
    }
}
