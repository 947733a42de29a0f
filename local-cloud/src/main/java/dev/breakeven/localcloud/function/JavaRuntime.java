package dev.breakeven.localcloud.function;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of a Java function: the JDK that runs us, with the flags of Lambda's own. Since Java 17 Lambda stops at the
 * first compiler tier ("Customize Java runtime startup behavior for Lambda functions"). It gives the heap 85 % of the memory,
 * as functions have printed from their own JVM; the class-data archive that it ships is left out.
 */
final class JavaRuntime {

    private static final double HEAP_SHARE = 0.85;

    private JavaRuntime() {}

    static List<String> command(FunctionPackage function, Path directory) throws IOException {
        RuntimeInterfaceClient.requireLinux();
        FunctionConfiguration configuration = function.configuration();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:MaxHeapSize=" + (long) (HEAP_SHARE * configuration.memoryMegabytes() * 1024) + "k");
        command.add("-XX:-UsePerfData"); // A file in /tmp that a killed JVM leaves behind.
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED"); // The client's library; from 24 on there is a warning.
        }
        command.add(RuntimeInterfaceClient.nativeLibraryOption(directory));
        command.add("-cp");
        // The function itself is not on it: the client loads that from the working directory.
        command.add(RuntimeInterfaceClient.jars().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(RuntimeInterfaceClient.MAIN_CLASS);
        command.add(configuration.handler());
        return command;
    }
}
