package dev.breakeven.comparison.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The outcomes that are checked in, one file for each scenario, written only when {@code -Dscenarios.rewrite} asks for it. */
final class CheckedIn {

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/dev/breakeven/comparison/scenario");

    private static final String REWRITE =
            "./mvnw -pl comparison -am test -Dtest=ScenarioTest -Dsurefire.failIfNoSpecifiedTests=false -Dscenarios.rewrite";

    private CheckedIn() {}

    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("scenarios.rewrite") != null) {
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("outcome of %s; where the change is meant, %s writes it anew", name, REWRITE)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
