package dev.breakeven.benchmarks;

import dev.breakeven.localcloud.process.TemporaryDirectory;
import dev.breakeven.localcloud.server.HealthCheck;
import dev.breakeven.localcloud.server.Instance;
import dev.breakeven.localcloud.server.ServerCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does the packaged server take to start? From the start of the process to its first healthy answer; each shot is a
 * process of its own.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=ServerStartBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
public class ServerStartBenchmark {

    private static final Path SERVER = Built.in("server-adapter/target/breakeven-server/breakeven-server.jar");
    private static final HealthCheck HEALTH = new HealthCheck("/health");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Param
    public ClassArchive archive = ClassArchive.NONE;

    private ServerCommand command = command(List.of());
    private @Nullable TemporaryDirectory directory;
    private @Nullable Instance instance;

    @Setup(Level.Trial)
    public void makeArchive() throws IOException, InterruptedException {
        directory = TemporaryDirectory.create("breakeven-start");
        Path file = directory.path().resolve("archive");
        if (archive != ClassArchive.NONE) {
            Instance.start(command(archive.made(file)), HEALTH, LIMIT).close();
        }
        command = command(archive.used(file));
    }

    @TearDown(Level.Trial)
    public void delete() {
        if (directory != null) {
            directory.close();
        }
    }

    @TearDown(Level.Invocation)
    public void end() {
        if (instance != null) {
            instance.close();
        }
    }

    @Benchmark
    public Instance healthy() throws IOException, InterruptedException {
        Instance started = Instance.start(command, HEALTH, LIMIT);
        instance = started;
        return started;
    }

    private static ServerCommand command(List<String> options) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.addAll(options);
        arguments.addAll(List.of("-jar", SERVER.toString()));
        return new ServerCommand(arguments);
    }
}
