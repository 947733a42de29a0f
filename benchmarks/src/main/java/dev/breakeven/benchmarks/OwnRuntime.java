package dev.breakeven.benchmarks;

import static java.util.stream.Collectors.joining;

import dev.breakeven.localcloud.function.ExecutionEnvironment;
import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import dev.breakeven.localcloud.process.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deployed function under a bootstrap of its own. The runtime client and the function lie on one class path, since the JVM
 * archives no classes of the loader by which the managed runtime keeps them apart. Its flags are Lambda's.
 */
final class OwnRuntime {

    private static final Path LIBRARIES = Built.in("benchmarks/peers/target/breakeven-peer-runtime/lib");
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private OwnRuntime() {}

    /** Writes the bootstrap into a directory, and has a first run leave the archive there. */
    static FunctionPackage in(TemporaryDirectory directory, String handler, ClassArchive archive, byte[] event)
            throws IOException, InterruptedException {
        Path bootstrap = directory.path().resolve("bootstrap");
        Path file = directory.path().resolve("archive");
        write(bootstrap, archive.made(file));
        FunctionPackage function = FunctionPackage.bootstrap(bootstrap, FunctionConfiguration.of(handler));
        if (archive != ClassArchive.NONE) {
            runToTheEnd(function, event);
            write(bootstrap, archive.used(file));
        }
        return function;
    }

    /** An environment is killed when it is closed, and a JVM that is killed writes no archive. */
    private static void runToTheEnd(FunctionPackage function, byte[] event) throws IOException, InterruptedException {
        Set<Long> others =
                ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
        try (ExecutionEnvironment environment = ExecutionEnvironment.start(function)) {
            environment.invoke(event);
            ProcessHandle process = ProcessHandle.current()
                    .children()
                    .filter(child -> !others.contains(child.pid()))
                    .findFirst()
                    .orElseThrow();
            process.destroy();
            process.onExit().join();
        }
    }

    private static void write(Path bootstrap, List<String> options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(bootstrap, """
                        #!/bin/sh
                        exec %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData \\
                            --enable-native-access=ALL-UNNAMED %s -cp %s %s "$_HANDLER"
                        """.formatted(java, String.join(" ", options), classPath(), CLIENT));
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            return jars.map(Path::toString).sorted().collect(joining(":"));
        }
    }
}
