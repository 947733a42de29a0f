package dev.breakeven.localcloud.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A control group of version 1, which has a hierarchy of its own for each matter ({@code Documentation/admin-guide/cgroup-v1}). */
record VersionOneGroup(GroupDirectory cpu, GroupDirectory accounting, GroupDirectory freezer, KernelFile state)
        implements ControlGroup {

    private static final byte[] FROZEN = "FROZEN".getBytes(US_ASCII);
    private static final byte[] THAWED = "THAWED".getBytes(US_ASCII);

    static VersionOneGroup create(Path cpu, Path accounting, Path freezer, String name) throws IOException {
        GroupDirectory cpuGroup = GroupDirectory.create(cpu, name);
        // Where two matters share a hierarchy, they share the group.
        GroupDirectory accountingGroup = accounting.equals(cpu) ? cpuGroup : GroupDirectory.create(accounting, name);
        GroupDirectory freezerGroup = GroupDirectory.create(freezer, name);
        return new VersionOneGroup(cpuGroup, accountingGroup, freezerGroup, freezerGroup.kernelFile("freezer.state"));
    }

    @Override
    public void add(long pid) throws IOException {
        accounting.add(pid);
        cpu.add(pid);
        freezer.add(pid);
    }

    @Override
    public void limit(CpuShare share) throws IOException {
        cpu.write("cpu.cfs_period_us", Long.toString(share.periodMicros()));
        cpu.write("cpu.cfs_quota_us", Long.toString(share.quotaMicros()));
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
        return Long.parseLong(accounting.read("cpuacct.usage"));
    }

    @Override
    public long throttledPeriods() throws IOException {
        return cpu.number("cpu.stat", "nr_throttled");
    }

    @Override
    public List<Long> members() throws IOException {
        return freezer.members();
    }

    @Override
    public List<Path> directories() {
        return List.of(cpu.path(), accounting.path(), freezer.path());
    }

    @Override
    public void close() {
        freezer.remove(state);
        cpu.remove();
        accounting.remove();
        StillOpen.closed(this);
    }
}
