package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the hierarchies among the mounts, and tries them. */
final class ControlGroupSearch {

    private static final String PREFIX = "breakeven-";
    private static final Pattern LEFT_BEHIND = Pattern.compile(PREFIX + "(\\d+)-\\d+");
    private static final AtomicInteger MADE = new AtomicInteger();

    private static final String CONTROLLERS_BELOW = "cgroup.subtree_control";

    /** The line of {@code /proc/self/cgroup} for version 2, before the path, which begins at the mount. */
    private static final String OWN_IN_VERSION_TWO = "0::/";

    /** The mount point is the fifth field; after the dash come the type, the source and the options of the file system. */
    private static final Pattern MOUNT =
            Pattern.compile("(?:\\S+ ){4}(?<point>\\S+) .*? - (?<type>cgroup2?) \\S+ (?<options>\\S+)");

    /** What this machine has. It comes last, for the search needs all of the above. */
    static final ControlGroups FOUND = find(Path.of("/proc/self/mountinfo"), Path.of("/proc/self/cgroup"));

    private ControlGroupSearch() {}

    static String nextName() {
        return PREFIX + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
    }

    /**
     * Looks in the places that Linux tells of itself.
     *
     * @param mountInfo {@code /proc/self/mountinfo}
     * @param ownGroups {@code /proc/self/cgroup}
     */
    static ControlGroups find(Path mountInfo, Path ownGroups) {
        List<Matcher> mounts;
        Optional<String> own;
        try {
            own = Files.readAllLines(ownGroups).stream()
                    .filter(line -> line.startsWith(OWN_IN_VERSION_TWO))
                    .map(line -> line.substring(OWN_IN_VERSION_TWO.length()))
                    .findFirst();
            mounts = Files.readAllLines(mountInfo).stream()
                    .map(MOUNT::matcher)
                    .filter(Matcher::matches)
                    .toList();
        } catch (IOException e) {
            return new ControlGroups.Unavailable("this system has no control groups, which are Linux's");
        }
        List<String> refused = new ArrayList<>();
        for (ControlGroups candidate : candidates(mounts, own)) {
            try {
                check(candidate);
                return candidate;
            } catch (IOException e) {
                refused.add(e.getMessage() == null ? e.toString() : e.getMessage());
            }
        }
        return new ControlGroups.Unavailable(
                refused.isEmpty()
                        ? "no hierarchy of control groups with cpu and freezer is mounted"
                        : "no control group could be made (" + String.join("; ", refused)
                                + "); it takes root, or a user's service manager (systemd-run --user)");
    }

    private static List<ControlGroups> candidates(List<Matcher> mounts, Optional<String> own) {
        List<ControlGroups> candidates = new ArrayList<>();
        Optional<Path> cpu = hierarchy(mounts, "cpu");
        Optional<Path> accounting = hierarchy(mounts, "cpuacct");
        Optional<Path> freezer = hierarchy(mounts, "freezer");
        if (cpu.isPresent() && accounting.isPresent() && freezer.isPresent()) {
            candidates.add(new ControlGroups.VersionOne(cpu.get(), accounting.get(), freezer.get()));
        }
        for (Matcher mount : mounts) {
            if (mount.group("type").equals("cgroup2")) {
                Path top = Path.of(mount.group("point"));
                candidates.add(new ControlGroups.VersionTwo(top));
                own.map(path -> new ControlGroups.VersionTwo(top.resolve(path))).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    private static Optional<Path> hierarchy(List<Matcher> mounts, String controller) {
        return mounts.stream()
                .filter(mount -> mount.group("type").equals("cgroup"))
                .filter(mount -> List.of(mount.group("options").split(",", -1)).contains(controller))
                .map(mount -> Path.of(mount.group("point")))
                .findFirst();
    }

    private static void check(ControlGroups candidate) throws IOException {
        Set<Path> tops = new LinkedHashSet<>();
        switch (candidate) {
            case ControlGroups.VersionOne one -> tops.addAll(List.of(one.cpu(), one.accounting(), one.freezer()));
            case ControlGroups.VersionTwo two -> {
                handDownCpu(new GroupDirectory(two.top()));
                tops.add(two.top());
            }
            case ControlGroups.Unavailable none -> throw new IllegalArgumentException(none.why());
        }
        for (Path top : tops) {
            removeLeftBehind(top);
        }
        try (ControlGroup trial = candidate.create().orElseThrow()) {
            trial.limit(CpuShare.ofFunction(1_769));
            trial.thaw();
        }
    }

    /**
     * Gives the groups below one the controller. But for the root, a group that does so may have no members: if this process is
     * among them, as in a scope that a service manager made for it, all of them go into a group of their own below.
     */
    private static void handDownCpu(GroupDirectory top) throws IOException {
        try {
            top.write(CONTROLLERS_BELOW, "+cpu");
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException busy) {
            List<Long> members = top.members();
            if (!members.contains(ProcessHandle.current().pid())) {
                throw busy;
            }
            GroupDirectory ours = GroupDirectory.create(top.path(), nextName());
            for (long member : members) {
                ours.add(member);
            }
            top.write(CONTROLLERS_BELOW, "+cpu");
        }
    }

    private static void removeLeftBehind(Path top) throws IOException {
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(top, PREFIX + "*")) {
            for (Path group : groups) {
                Matcher name = LEFT_BEHIND.matcher(group.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && new GroupDirectory(group).members().isEmpty()) {
                    Files.deleteIfExists(group);
                }
            }
        }
    }
}
