package dev.breakeven.comparison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a JVM of its own, until it is told to end. */
record Running(Process process, URI uri, Path log) implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Running start(Path folder, String... arguments) throws IOException {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dbreakeven.home=" + Home.folder(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out = process.inputReader();
        String ready = out.readLine();
        assertThat(ready).as(() -> read(log)).startsWith("ready http://127.0.0.1:");
        return new Running(process, URI.create(ready.substring("ready ".length())), log);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri.resolve(path)).timeout(PATIENCE).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Ends what has processes of its own. */
    String endWithChildren() throws InterruptedException {
        assertThat(process.descendants()).isNotEmpty();
        return end();
    }

    /** Tells it to end, sees that nothing of it is left, and returns what it logged. */
    String end() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        return read(log);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
