package dev.breakeven.localcloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of these tests as a command: the JDK that runs the tests and their class path. */
public final class JavaProgram {

    private JavaProgram() {}

    public static List<String> command(Class<?> mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:-UsePerfData");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
