package dev.breakeven.localcloud.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Puts a program into a control group before it runs, so that nothing it starts can be outside: a shell joins the group and then
 * becomes the program, which takes about a millisecond.
 */
final class Entrance {

    private static final String SHELL = "/bin/sh";

    /**
     * 0 is whoever writes it. What shells add to the environment is taken out again. An interrupt from the keyboard goes to every
     * process of a terminal at once, and is for us alone: we end the others when they have finished.
     */
    private static final String SCRIPT = "while [ \"$1\" != -- ]; do echo 0 > \"$1\"; shift; done; shift;"
            + " trap '' INT; unset PWD OLDPWD SHLVL _; exec \"$@\"";

    private Entrance() {}

    /** The command that enters the group and then does what this one does. */
    static List<String> into(ControlGroup group, List<String> command, Path directory) throws IOException {
        List<String> entering = new ArrayList<>(List.of(SHELL, "-c", SCRIPT, SHELL));
        group.directories()
                .forEach(entry ->
                        entering.add(entry.resolve(GroupDirectory.MEMBERS).toString()));
        entering.add("--");
        entering.add(executable(command.getFirst(), directory).toString());
        entering.addAll(command.subList(1, command.size()));
        return entering;
    }

    /** Looks for it where the JDK would, so that a program that is not there is found out before a shell hides it. */
    private static Path executable(String program, Path directory) throws IOException {
        if (program.contains("/")) {
            Path path = directory.resolve(program);
            if (!Files.isExecutable(path) || Files.isDirectory(path)) {
                throw new IOException("there is no program " + path + " that may be executed");
            }
            return path;
        }
        for (String folder :
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1)) {
            Path path = Path.of(folder, program);
            if (Files.isExecutable(path) && !Files.isDirectory(path)) {
                return path.toAbsolutePath();
            }
        }
        throw new IOException("there is no program " + program + " on the PATH");
    }
}
