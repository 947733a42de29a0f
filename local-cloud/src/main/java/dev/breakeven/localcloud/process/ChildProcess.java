package dev.breakeven.localcloud.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A program started by this one, together with whatever it starts in turn: signals go to the whole tree. It ends with
 * {@link #stop} or {@link #close}, or when this JVM is told to end. Without a control group, a descendant whose own parent has
 * already ended is no longer in the tree, and is left alone.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000;

    private final Process process;
    private final long startedNanos;
    private final OutputTail output;
    private final CpuClock cpuClock;
    private final Optional<ControlGroup> group;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private ChildProcess(Process process, long startedNanos, Optional<ControlGroup> group, OutputSink sink) {
        this.process = process;
        this.group = group;
        this.startedNanos = startedNanos;
        this.output = new OutputTail(process.getInputStream(), "the output of process " + process.pid(), sink);
        this.cpuClock = CpuClock.of(process.toHandle());
        Thread.ofPlatform().daemon().name("waits for process " + process.pid()).start(this::awaitExit);
    }

    /**
     * The JDK's own futures complete in its common pool, of which one thread waits for the output's end: a descendant that
     * keeps the output open after the program has ended could hold up the end of every other process.
     */
    private void awaitExit() {
        try {
            exit.complete(process.waitFor());
        } catch (InterruptedException e) {
            exit.completeExceptionally(e);
        }
    }

    /**
     * Starts a program.
     *
     * @param environment all of its environment; nothing of this process's own is added
     */
    public static ChildProcess start(List<String> command, Path directory, Map<String, String> environment)
            throws IOException {
        return start(command, directory, environment, Confinement.NONE, OutputSink.nowhere());
    }

    /**
     * Starts a program in a control group of its own, where one can be made, so that it can be limited and frozen, and so that
     * nothing that it starts gets away.
     *
     * @param environment all of its environment; nothing of this process's own is added
     */
    public static ChildProcess start(
            List<String> command, Path directory, Map<String, String> environment, Confinement confinement)
            throws IOException {
        return start(command, directory, environment, confinement, OutputSink.nowhere());
    }

    /**
     * Starts a program in a control group of its own, where one can be made, and passes on what it prints.
     *
     * @param environment all of its environment; nothing of this process's own is added
     */
    public static ChildProcess start(
            List<String> command,
            Path directory,
            Map<String, String> environment,
            Confinement confinement,
            OutputSink output)
            throws IOException {
        Optional<ControlGroup> group = confinement.create();
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            group.isPresent() ? Entrance.into(group.get(), command, directory) : command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            return StillOpen.opened(() -> {
                long startedNanos = System.nanoTime();
                Process process = builder.start();
                process.getOutputStream().close(); // It reads nothing from us.
                return new ChildProcess(process, startedNanos, group, output);
            });
        } catch (IOException | RuntimeException e) {
            group.ifPresent(ControlGroup::close);
            throw e;
        }
    }

    /** Limits the tree to a share of the CPU from now on; without a control group nothing happens. */
    public void limit(CpuShare share) throws IOException {
        if (group.isPresent()) {
            group.get().limit(share);
        }
    }

    /** Stops the tree where it is, soon; without a control group nothing happens. */
    public void freeze() throws IOException {
        if (group.isPresent()) {
            group.get().freeze();
        }
    }

    /** Lets a frozen tree go on; without a control group nothing happens. */
    public void thaw() throws IOException {
        if (group.isPresent()) {
            group.get().thaw();
        }
    }

    /** When it was started, on the clock of {@link System#nanoTime}. */
    public long startedNanos() {
        return startedNanos;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status; by a signal it is 128 and the signal's number. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /** The last of what it printed, on either stream; after its end, all the way to the end. */
    public String outputTail() throws InterruptedException {
        if (!process.isAlive()) {
            output.awaitEnd();
        }
        return output.text();
    }

    /** The CPU time of the program itself, without what it started. */
    public CpuClock cpuClock() {
        return cpuClock;
    }

    /** The CPU time of the whole tree so far, the ended included; without a control group, of the program itself. */
    public long cpuNanos() throws IOException {
        return group.isPresent() ? group.get().cpuNanos() : cpuClock.nanos();
    }

    /** In how many periods it was stopped because its share of the CPU was used up; none without a control group. */
    public long throttledPeriods() throws IOException {
        return group.isPresent() ? group.get().throttledPeriods() : 0;
    }

    /** The program and all that it has started and that still runs. */
    public List<Long> members() throws IOException {
        return group.isPresent()
                ? group.get().members()
                : tree().stream().map(ProcessHandle::pid).toList();
    }

    /** The most memory that the program itself has held so far; empty once it has ended, and where it is not known. */
    public OptionalLong peakMemoryBytes() {
        return PeakMemory.bytesOf(process.pid());
    }

    /** Asks the tree to end (SIGTERM), and kills what is left of it after the grace time. */
    public void stop(Duration grace) throws InterruptedException {
        thawToEnd();
        List<ProcessHandle> tree = tree();
        tree.forEach(ProcessHandle::destroy);
        awaitEnd(tree, grace);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        kill(tree);
    }

    /** Kills the tree (SIGKILL) and waits until it is gone. */
    @Override
    public void close() {
        kill(tree());
    }

    private void kill(List<ProcessHandle> tree) {
        tree.forEach(ProcessHandle::destroyForcibly);
        thawToEnd();
        // Even when interrupted: what runs in a directory must be gone before the directory is.
        if (!awaitEnd(tree, KILLED_WITHIN)) {
            throw new IllegalStateException(this + " was killed, and is still there");
        }
        exit.join(); // The JDK is a little later to know.
        group.ifPresent(ChildProcess::empty);
        group.ifPresent(ControlGroup::close);
        StillOpen.closed(this);
    }

    /** A frozen process of version 1 takes no signal, not even the last. */
    private void thawToEnd() {
        try {
            thaw();
        } catch (NoSuchFileException e) {
            // The group is gone, and everybody in it.
        } catch (IOException e) {
            throw new UncheckedIOException("Could not let " + this + " go on to its end", e);
        }
    }

    /** Kills members until there are none: one may start another while it is being killed. */
    private static void empty(ControlGroup group) {
        long deadlineNanos = System.nanoTime() + KILLED_WITHIN.toNanos();
        try {
            for (List<Long> left = group.members(); !left.isEmpty(); left = group.members()) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new IllegalStateException("The processes " + left + " were killed, and are still there");
                }
                left.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not see who is left in the control group", e);
        }
    }

    // Descendants first: once the program has ended they can no longer be found.
    private List<ProcessHandle> tree() {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        return tree;
    }

    /** Waits until all have ended, for so long at the most; false if that was not enough. */
    private static boolean awaitEnd(List<ProcessHandle> tree, Duration limit) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (!tree.stream().allMatch(ChildProcess::hasEnded)) {
            if (System.nanoTime() > deadlineNanos) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return true;
    }

    /** One that its new parent has yet to take note of has ended as well, which the JDK does not say. */
    private static boolean hasEnded(ProcessHandle process) {
        if (!process.isAlive()) {
            return true;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), ISO_8859_1);
            return stat.startsWith("Z", stat.lastIndexOf(") ") + 2);
        } catch (IOException e) {
            return !process.isAlive();
        }
    }

    @Override
    public String toString() {
        return "process " + process.pid();
    }
}
