package dev.breakeven.loadtest;

import dev.breakeven.localcloud.server.HealthCheck;
import dev.breakeven.localcloud.server.Instance;
import dev.breakeven.localcloud.server.ServerCommand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the crowd calls: the packaged server, started for the run and stopped after it, or a URL whose server is somebody
 * else's affair.
 */
record Target(URI baseUri, @Nullable Instance instance) implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * Finds the target and makes sure that it answers.
     *
     * @param name {@code servers}, or a URL
     * @throws IllegalArgumentException in one sentence, if it is neither or does not answer
     */
    static Target of(String name) {
        try {
            return name.equals("servers") ? startServer() : reach(name);
        } catch (IOException e) {
            throw new IllegalArgumentException("The target " + name + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
        }
    }

    @Override
    public void close() {
        if (instance != null) {
            instance.close();
        }
    }

    private static Target startServer() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("breakeven.home", "")).toAbsolutePath();
        Path jar = home.resolve("server-adapter/target/breakeven-server/breakeven-server.jar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Instance started = Instance.start(
                new ServerCommand(List.of(java, "-jar", jar.toString())), new HealthCheck("/health"), LIMIT);
        return new Target(started.baseUri(), started);
    }

    private static Target reach(String name) throws IOException, InterruptedException {
        URI uri = URI.create(name);
        if (uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
            throw new IllegalArgumentException(
                    "The target is 'servers' or a URL like http://127.0.0.1:8080, not '" + name + "'.");
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            client.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), HttpResponse.BodyHandlers.discarding());
        }
        return new Target(uri, null);
    }
}
