package dev.breakeven.loadtest;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of runs, in the folder {@code crowds} beside Gatling's reports; a run replaces the last one like it. */
final class RunFile {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String FOLDER = "crowds";
    private static final String SUFFIX = ".json";

    private RunFile() {}

    static Path latencies(Path results, Label label, Injector injector) {
        return results.resolve(FOLDER).resolve(base(label.name(), injector) + ".hlog");
    }

    /** Writes a run, so that whoever reads it reads all of it. */
    static void write(Path results, Run run) throws IOException {
        Path file = results.resolve(FOLDER).resolve(base(run.label(), Injector.parse(run.injector())) + SUFFIX);
        replace(file, MAPPER.writeValueAsBytes(run));
    }

    static void replace(Path file, byte[] content) throws IOException {
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".part");
        Files.write(written, content);
        Files.move(written, file, ATOMIC_MOVE);
    }

    /** A run and where its log is. */
    record Found(Run run, Path latencies) {}

    /**
     * All runs of a folder with results.
     *
     * @throws IOException if one cannot be read; its message names the file
     */
    static List<Found> readAll(Path results) throws IOException {
        Path folder = results.resolve(FOLDER);
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> name(path).endsWith(SUFFIX)).sorted().toList()) {
                Run run = MAPPER.readValue(file.toFile(), Run.class);
                found.add(new Found(run, folder.resolve(run.latencies())));
            }
        }
        return found;
    }

    static String name(Path file) {
        return requireNonNull(file.getFileName()).toString();
    }

    private static String base(String label, Injector injector) {
        return injector.of() == 1 ? label : label + "-" + injector.number() + "-of-" + injector.of();
    }
}
