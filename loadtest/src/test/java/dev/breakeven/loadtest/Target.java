package dev.breakeven.loadtest;

import dev.breakeven.comparison.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the crowd calls: the service in the local cloud, started for the run and stopped after it, or a URL that is somebody else's affair. */
record Target(URI baseUri, @Nullable Running running) implements AutoCloseable {

    static final String DEFAULT = "servers";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Whether it is started here. */
    static boolean isLocal(String name) {
        return name.equals("functions") || name.equals("servers");
    }

    /**
     * Finds the target and makes sure that it answers.
     *
     * @param name {@code functions}, {@code servers}, or a URL
     * @throws IllegalArgumentException in one sentence, if it is none of these or does not answer
     */
    static Target of(String name, Service service) {
        try {
            return switch (name) {
                case "functions" ->
                    started(Running.functions(service.function().orElseThrow(() -> missing(service, "function"))));
                case "servers" ->
                    started(Running.servers(service.server().orElseThrow(() -> missing(service, "server"))));
                default -> reach(name);
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("The target " + name + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
        }
    }

    /** What the run has used so far, if that can be known. */
    Optional<Used> used() {
        return Optional.ofNullable(running).map(known -> known.used().get());
    }

    /** What its capacity is counted in, if that is known. */
    Optional<String> unit() {
        return Optional.ofNullable(running).map(Running::unit);
    }

    Supplier<Capacity> capacity() {
        return running == null ? () -> Capacity.UNKNOWN : running.capacity();
    }

    /** Stops what was started. */
    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    private static Target started(Running running) {
        return new Target(running.uri(), running);
    }

    private static IllegalArgumentException missing(Service service, String side) {
        return new IllegalArgumentException(
                "The service " + service.name() + " does not say how it runs as a " + side + ".");
    }

    private static Target reach(String name) throws IOException, InterruptedException {
        URI uri = URI.create(name);
        if (uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
            throw new IllegalArgumentException(
                    "The target is 'functions', 'servers' or a URL like http://127.0.0.1:8080, not '" + name + "'.");
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            client.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), HttpResponse.BodyHandlers.discarding());
        }
        return new Target(uri, null);
    }
}
