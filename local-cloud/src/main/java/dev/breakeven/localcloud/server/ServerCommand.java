package dev.breakeven.localcloud.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server is started: a program and its arguments, in which {@code {port}} stands for the port that it is to listen on. No
 * shell is involved.
 */
public record ServerCommand(List<String> arguments) {

    private static final String PORT = "{port}";
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+|['\"]");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    public ServerCommand {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty() || arguments.getFirst().isBlank()) {
            throw new IllegalArgumentException(
                    "The command of a server is empty; accepted is a program and its arguments, like java -jar server.jar {port}");
        }
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
