package dev.breakeven.localcloud.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server is started: a program and its arguments, in which {@code {port}} stands for the port that it is to listen on. No
 * shell is involved.
 *
 * @param folder where it runs
 * @param environment what it finds beside the variables that it inherits from us; where both name one, this holds
 */
public record ServerCommand(List<String> arguments, Path folder, Map<String, String> environment) {

    private static final String PORT = "{port}";
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+|['\"]");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    public ServerCommand {
        arguments = List.copyOf(arguments);
        folder = folder.toAbsolutePath();
        environment = Map.copyOf(environment);
        if (arguments.isEmpty() || arguments.getFirst().isBlank()) {
            throw new IllegalArgumentException(
                    "The command of a server is empty; accepted is a program and its arguments, like java -jar server.jar {port}");
        }
    }

    /** It runs where we do, and finds what we find. */
    public ServerCommand(List<String> arguments) {
        this(arguments, Path.of(""), Map.of());
    }

    public ServerCommand in(Path other) {
        return new ServerCommand(arguments, other, environment);
    }

    public ServerCommand withEnvironment(Map<String, String> variables) {
        return new ServerCommand(arguments, folder, variables);
    }

    /** Splits a line at its blanks; what is within single or double quotes stays together. */
    public static ServerCommand parse(String line) {
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            String word = words.group();
            if (word.equals("'") || word.equals("\"")) {
                throw new IllegalArgumentException("A quote is not closed in the command: " + line);
            }
            arguments.add(QUOTED.matcher(word)
                    .replaceAll(quoted -> Matcher.quoteReplacement(
                            quoted.group().substring(1, quoted.group().length() - 1))));
        }
        return new ServerCommand(arguments);
    }

    /** The arguments for one port. */
    List<String> at(int port) {
        return arguments.stream()
                .map(argument -> argument.replace(PORT, Integer.toString(port)))
                .toList();
    }

    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}
