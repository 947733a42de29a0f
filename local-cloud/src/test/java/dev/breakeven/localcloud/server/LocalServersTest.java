package dev.breakeven.localcloud.server;

import static dev.breakeven.localcloud.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.breakeven.localcloud.Eventually;
import dev.breakeven.localcloud.JavaProgram;
import dev.breakeven.localcloud.process.ChildProcess;
import dev.breakeven.localcloud.process.ControlGroups;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersTest {

    private static final ServerCommand SERVER = new ServerCommand(withFlags(
            JavaProgram.command(WorkingServer.class, "{port}"),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1"));
    private static final ScalingPolicy NONE = new ScalingPolicy.None();

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        client.close();
    }

    @Test
    void asManyAsThereAreAtTheLeastServeFromTheStart() throws Exception {
        LocalServers servers = start(2, 2, NONE, TimeScale.REAL);
        Set<String> processes = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            processes.add(get(servers, "/pid"));
        }
        assertThat(processes).hasSize(2);
        assertThat(log).hasSize(2);
        assertThat(log.getFirst()).matches("instance 1 \\(port \\d+, process \\d+\\) serves after \\d+ ms; 1 serving");
        ServersConsumed consumed = servers.consumed();
        assertThat(consumed.requests()).isEqualTo(4);
        assertThat(consumed.failedRequests()).isZero();
        assertThat(consumed.peakInstances()).isEqualTo(2);
        assertThat(consumed.meanInstances()).isBetween(1.0, 2.0);
        assertThat(consumed.bytesOut()).isPositive();
    }

    @Test
    void anInstanceThatIsKilledUnderLoadIsReplacedAndOnlyWhatItHadFails() throws Exception {
        LocalServers servers = start(2, 2, NONE, TimeScale.REAL);
        List<Called> calls = new CopyOnWriteArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        int atOnce = 4;
        for (int i = 0; i < atOnce; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                while (!enough.get()) {
                    long began = System.nanoTime();
                    // Not repeatable, so that the balancer must own up to what fails.
                    calls.add(new Called(began, post(servers, "/sleep/5")));
                }
            }));
        }
        waitUntil("load", () -> calls.size() > 50);
        ProcessHandle victim =
                ProcessHandle.of(Long.parseLong(get(servers, "/pid"))).orElseThrow();
        long killing = System.nanoTime();
        victim.destroyForcibly();
        waitUntil("its end is noticed", () -> log.size() > 2);
        long noticed = System.nanoTime();
        waitUntil("the third serves", () -> log.stream().anyMatch(line -> line.startsWith("instance 3")));
        int then = calls.size();
        waitUntil("more load", () -> calls.size() > then + 100);
        enough.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        List<Called> failed =
                calls.stream().filter(call -> call.status() != 200).toList();
        // Each caller has one call under way at a time, and until its end is noticed the balancer may try the dead one
        // again.
        assertThat(failed).filteredOn(call -> call.began() < killing).hasSizeLessThanOrEqualTo(atOnce);
        assertThat(failed).allSatisfy(call -> assertThat(call.began()).isLessThan(noticed));
        assertThat(log.get(2)).contains(" ended with status 137 and is replaced; 1 serving");
    }

    /** When a call began, and what came of it. */
    private record Called(long began, int status) {}

    @Test
    void stoppingUnderLoadFinishesWhatIsUnderWayAndFreesThePort() throws Exception {
        LocalServers servers = start(1, 1, NONE, TimeScale.REAL);
        URI uri = servers.uri();
        long process = Long.parseLong(get(servers, "/pid"));
        int callers = 8;
        AtomicInteger ok = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                if (post(servers, "/sleep/500") == 200) {
                    ok.incrementAndGet();
                }
            }));
        }
        waitUntil("all are under way", () -> servers.consumed().requests() == 1 + callers);
        servers.close();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ok).hasValue(callers);
        assertThat(Eventually.isRunning(process)).isFalse();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), uri.getPort()).close())
                .isInstanceOf(ConnectException.class);
        assertThat(servers.consumed().requests()).isEqualTo(1 + callers);
    }

    @Test
    void tenStartsAndStopsLeaveNothingBehind() throws Exception {
        Set<Path> files = temporaryFiles();
        Set<Path> groups = controlGroups();
        for (int i = 0; i < 10; i++) {
            LocalServers servers = start(1, 1, NONE, TimeScale.REAL);
            assertThat(get(servers, "/health")).isEqualTo("ok");
            servers.close();
        }
        assertThat(ProcessHandle.current().children().filter(LocalServersTest::isServer))
                .isEmpty();
        assertThat(temporaryFiles()).isEqualTo(files);
        assertThat(controlGroups()).isEqualTo(groups);
    }

    @Test
    void whenTheJvmIsToldToEndRequestsAreFinishedAndNothingIsLeft() throws Exception {
        ChildProcess parent = keep(ChildProcess.start(
                JavaProgram.command(ServersMain.class), Path.of("").toAbsolutePath(), System.getenv()));
        waitUntil("it is ready", () -> parent.outputTail().contains("ready "));
        URI uri = URI.create(parent.outputTail().replaceAll("(?s).*ready (\\S+).*", "$1"));
        long server = Long.parseLong(
                client.send(HttpRequest.newBuilder(uri.resolve("/pid")).build(), BodyHandlers.ofString())
                        .body());
        CompletableFuture<HttpResponse<String>> underWay = client.sendAsync(
                HttpRequest.newBuilder(uri.resolve("/sleep/1000")).build(), BodyHandlers.ofString());
        waitUntil("it is under way", () -> parent.outputTail().contains("2 requests"));
        ProcessHandle.of(parent.pid()).orElseThrow().destroy();
        assertThat(underWay.join().body()).isEqualTo("ok");
        assertThat(parent.onExit().join()).isEqualTo(128 + 15);
        assertThat(Eventually.isRunning(server)).isFalse();
    }

    @Test
    void bytesOutBringInstancesAndTheirAbsenceTakesThemOut() throws Exception {
        // A minute in a second: 2 MB in a period of 1 s are 120 MB in a minute.
        ScalingPolicy alarms = new ScalingPolicy.Alarms(
                ScalingPolicy.Metric.NETWORK_OUT,
                6_000_000,
                2_000_000,
                Duration.ofMinutes(1),
                1,
                Duration.ofMinutes(1));
        LocalServers servers = start(1, 2, alarms, new TimeScale(60));
        AtomicBoolean enough = new AtomicBoolean();
        Thread crowd = Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                post(servers, "/bytes/200000");
            }
        });
        waitUntil("the second serves", () -> log.stream().anyMatch(line -> line.startsWith("instance 2")));
        enough.set(true);
        crowd.join();
        waitUntil("the oldest is taken out", () -> log.stream().anyMatch(line -> line.contains("is taken out")));
        assertThat(log.get(1)).matches("\\d+ bytes out in 60 s: 1 to 2 instances");
        assertThat(log.getLast())
                .matches("\\d+ bytes out in 60 s: instance 1 \\(port \\d+, process \\d+\\) is taken out; 1 serving");
        waitUntil(
                "one process is left",
                () -> ProcessHandle.current()
                                .children()
                                .filter(LocalServersTest::isServer)
                                .count()
                        == 1);
        ServersConsumed consumed = servers.consumed();
        assertThat(consumed.peakInstances()).isEqualTo(2);
        assertThat(consumed.meanInstances()).isGreaterThan(1);
        assertThat(consumed.instanceTime().toNanos()
                        / (double) consumed.elapsed().toNanos()
                        / 60)
                .isBetween(consumed.meanInstances() * 0.99, consumed.meanInstances() * 1.01);
    }

    @Test
    void cpuBringsInstances() throws Exception {
        ScalingPolicy alarms = new ScalingPolicy.Alarms(
                ScalingPolicy.Metric.CPU, 15, 5, Duration.ofMinutes(1), 1, Duration.ofMinutes(1));
        LocalServers servers = start(1, 2, alarms, new TimeScale(60));
        AtomicBoolean enough = new AtomicBoolean();
        Thread crowd = Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                post(servers, "/spin/50");
            }
        });
        waitUntil("the second serves", () -> log.stream().anyMatch(line -> line.startsWith("instance 2")));
        enough.set(true);
        crowd.join();
        assertThat(log.get(1)).matches("CPU at [\\d.]+ %: 1 to 2 instances");
    }

    @Test
    void anInstanceGetsItsShareOfTheCpu() throws Exception {
        assumeTrue(
                !(ControlGroups.ofThisMachine() instanceof ControlGroups.Unavailable),
                "There are no control groups here: " + ControlGroups.ofThisMachine());
        LocalServers servers = keep(LocalServers.start(
                settings(1, 1, NONE, TimeScale.REAL, Optional.of(new CpuShare(0.25, Duration.ofMillis(20)))),
                log::add));
        assertThat(servers.limitation()).isEmpty();
        long process = Long.parseLong(get(servers, "/pid"));
        long cpuBefore = cpuTicks(process);
        long before = System.nanoTime();
        get(servers, "/spin/1000");
        double share = (cpuTicks(process) - cpuBefore) * 1e7 / (System.nanoTime() - before);
        // A busy machine may give less.
        assertThat(share).isLessThan(0.3);
    }

    @Test
    void aReplacementThatDoesNotStartIsTriedAgain(@TempDir Path directory) throws Exception {
        Path works = Files.createFile(directory.resolve("works"));
        List<String> arguments =
                new ArrayList<>(List.of("/bin/sh", "-c", "test -e " + works + " && exec \"$@\"; echo broken", "sh"));
        arguments.addAll(SERVER.arguments());
        LocalServers servers = keep(LocalServers.start(
                new ServersSettings(
                        group(new ServerCommand(arguments), "/health", 1, 1, NONE, Optional.empty()),
                        BalancerTerms.APPLICATION_LOAD_BALANCER,
                        0,
                        TimeScale.REAL,
                        Duration.ofSeconds(5)),
                log::add));
        Files.delete(works);
        ProcessHandle.of(Long.parseLong(get(servers, "/pid"))).orElseThrow().destroyForcibly();
        waitUntil("it has been tried", () -> log.getLast().contains("next try is in 1 s"));
        assertThat(get(servers, "/pid")).contains("503 Service Temporarily Unavailable");
        Files.createFile(works);
        waitUntil("it serves", () -> log.getLast().startsWith("instance 2 "));
        assertThat(get(servers, "/health")).isEqualTo("ok");
    }

    @Test
    void aMachineWithoutControlGroupsSaysSo() throws Exception {
        LocalServers servers = keep(LocalServers.start(
                settings(1, 1, NONE, TimeScale.REAL, Optional.of(new CpuShare(0.25, Duration.ofMillis(20)))),
                new ControlGroups.Unavailable("they take root"),
                log::add));
        assertThat(servers.limitation())
                .contains("Each instance may use all of the CPU, not 0.25 of a processor, because they take root.");
    }

    @Test
    void aPythonServerWorksAsItIs() throws Exception {
        assumeTrue(runs("python3", "--version"), "There is no python3 here; apt-get install python3 brings it");
        LocalServers servers = keep(LocalServers.start(
                new ServersSettings(
                        group(ServerCommand.parse("python3 -m http.server {port}"), "/", 2, 2, NONE, Optional.empty()),
                        BalancerTerms.APPLICATION_LOAD_BALANCER,
                        0,
                        TimeScale.REAL,
                        Duration.ofSeconds(5)),
                log::add));
        for (int i = 0; i < 20; i++) {
            assertThat(get(servers, "/pom.xml")).isEqualTo(Files.readString(Path.of("pom.xml")));
            assertThat(post(servers, "/")).isEqualTo(501);
        }
    }

    @Test
    void aCommandThatEndsAtOnceLeavesNothingBehind() throws Exception {
        Set<Path> groups = controlGroups();
        assertThatThrownBy(() -> LocalServers.start(
                        new ServersSettings(
                                group(
                                        ServerCommand.parse("/bin/sh -c 'echo oh; exit 3'"),
                                        "/",
                                        2,
                                        2,
                                        NONE,
                                        Optional.empty()),
                                BalancerTerms.APPLICATION_LOAD_BALANCER,
                                0,
                                TimeScale.REAL,
                                Duration.ofSeconds(5)),
                        log::add))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("The command \"/bin/sh -c echo oh; exit 3\" ended with status 3 before it was healthy;"
                        + " it printed last:\noh");
        assertThat(controlGroups()).isEqualTo(groups);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> group(SERVER, "/", 3, 2, NONE, Optional.empty()))
                .hasMessage("The group has 3 to 2 instances; accepted is a minimum of 1 and up and a maximum from there"
                        + " to 1000");
        assertThatThrownBy(() -> new TimeScale(0.5)).hasMessage("The time scale is 0.5; accepted is 1 to 1000");
        assertThatThrownBy(() -> new ServersSettings(
                        group(SERVER, "/", 1, 1, NONE, Optional.empty()),
                        BalancerTerms.APPLICATION_LOAD_BALANCER,
                        70_000,
                        TimeScale.REAL,
                        Duration.ZERO))
                .hasMessage("The port is 70000; accepted is 0 to 65535");
        assertThatThrownBy(() -> new SurgeQueue(0, 5))
                .hasMessage(
                        "The surge queue gives each server 0 requests at a time and has a length of 5; accepted is 1 and up,"
                                + " and a length of 0 and up");
        assertThatThrownBy(() -> new MemoryCheck(4, 800L << 20, OptionalLong.of(2_000L << 20)).refuseIfTooMany())
                .hasMessage(
                        "The group may have 4 instances, and the first one took 800 MiB to start: the 3 others would take"
                                + " 2400 MiB, and 2000 MiB are available; accepted is a maximum of up to 3");
        assertThatThrownBy(() -> new ScalingPolicy.TargetTracking(100))
                .hasMessage("The target is 100.0 % of the processors; accepted is one between 0 and 100");
    }

    private static boolean runs(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static long cpuTicks(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(") ") + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(WorkingServer.class.getSimpleName());
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Set.copyOf(files.filter(file -> file.getFileName().toString().startsWith("breakeven"))
                    .toList());
        }
    }

    /** Of this JVM. */
    private static Set<Path> controlGroups() throws IOException {
        String name = "breakeven-" + ProcessHandle.current().pid() + "-";
        Path top = Path.of("/sys/fs/cgroup");
        if (!Files.isDirectory(top)) {
            return Set.of();
        }
        try (Stream<Path> groups = Files.find(
                top, 2, (path, attributes) -> path.getFileName().toString().startsWith(name))) {
            return Set.copyOf(groups.toList());
        }
    }

    private static List<String> withFlags(List<String> command, String... flags) {
        List<String> flagged = new ArrayList<>(command);
        flagged.addAll(1, List.of(flags));
        return flagged;
    }

    private LocalServers start(int min, int max, ScalingPolicy policy, TimeScale scale) throws Exception {
        return keep(LocalServers.start(settings(min, max, policy, scale, Optional.empty()), log::add));
    }

    static ServersSettings settings(int min, int max, ScalingPolicy policy, TimeScale scale, Optional<CpuShare> cpu) {
        return new ServersSettings(
                group(SERVER, "/health", min, max, policy, cpu),
                BalancerTerms.APPLICATION_LOAD_BALANCER,
                0,
                scale,
                Duration.ofSeconds(10));
    }

    private static GroupTerms group(
            ServerCommand command, String health, int min, int max, ScalingPolicy policy, Optional<CpuShare> cpu) {
        return new GroupTerms(
                command,
                new HealthCheck(health),
                min,
                max,
                policy,
                Duration.ofMillis(100),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1),
                cpu);
    }

    private String get(LocalServers servers, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(servers.uri().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    /** The status, or 0 if there was no answer. */
    private int post(LocalServers servers, String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(servers.uri().resolve(path))
                                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T extends AutoCloseable> T keep(T one) {
        opened.add(one);
        return one;
    }
}
