package dev.breakeven.comparison.offer;

import dev.breakeven.comparison.input.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where price list files are read from: AWS or a mirror of it, or a folder with the same paths below it. */
public interface OfferSource {

    String AWS = "https://pricing.us-east-1.amazonaws.com";

    /**
     * A file that is being read.
     *
     * @param where its name for people
     * @param bytes how long it is, or less than 0 if that is not known
     */
    record Opened(String where, InputStream content, long bytes) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /** A service's file for a region, if there is one. */
    Optional<Opened> open(String offer, String region) throws IOException;

    /** What a user named: a URL or a folder, either of them with or without AWS's first folders. */
    static OfferSource of(String location) throws BadInputException {
        if (location.matches("https?://.+")) {
            String base = location.replaceFirst("/+$", "");
            try {
                return new Web(new URI(base));
            } catch (URISyntaxException e) {
                throw new BadInputException("--from: '" + location + "' is no URL: " + e.getReason() + ".", e);
            }
        }
        Path folder = Path.of(location);
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("--from: '" + location + "' is neither an http or https URL nor a folder.");
        }
        return new OnDisk(folder);
    }

    /** AWS's path of a file, less what the base has of its first folders already. */
    private static String below(String base, String offer, String region) {
        String path = offer + "/current/" + region + "/index.json";
        if (base.endsWith("/aws") || base.equals("aws")) {
            return path;
        }
        return (base.endsWith("offers/v1.0") ? "aws/" : "offers/v1.0/aws/") + path;
    }

    /** Files on disk. */
    record OnDisk(Path folder) implements OfferSource {

        @Override
        public String toString() {
            return folder.toString();
        }

        @Override
        public Optional<Opened> open(String offer, String region) throws IOException {
            Path file = folder.resolve(below(folder.toString(), offer, region));
            return Files.isRegularFile(file)
                    ? Optional.of(new Opened(file.toString(), Files.newInputStream(file), Files.size(file)))
                    : Optional.empty();
        }
    }

    /** Files over HTTP. A server that falls silent in the middle of one is not waited for. */
    record Web(URI base) implements OfferSource {

        private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
        private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

        @Override
        public String toString() {
            return base.toString();
        }

        @Override
        public Optional<Opened> open(String offer, String region) throws IOException {
            URI file = URI.create(base + "/" + below(base.toString(), offer, region));
            if (!(file.toURL().openConnection() instanceof HttpURLConnection connection)) {
                throw new IOException(file + " cannot be asked for.");
            }
            connection.setConnectTimeout(Math.toIntExact(CONNECT_MAX.toMillis()));
            connection.setReadTimeout(Math.toIntExact(SILENCE_MAX.toMillis()));
            int status;
            try {
                status = connection.getResponseCode();
            } catch (IOException e) {
                throw new IOException(file + " cannot be reached: " + e.getMessage(), e);
            }
            return switch (status) {
                case HttpURLConnection.HTTP_OK ->
                    Optional.of(new Opened(
                            file.toString(), connection.getInputStream(), connection.getContentLengthLong()));
                // Amazon S3 answers so for a file that is not there.
                case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_FORBIDDEN -> Optional.empty();
                default -> throw new IOException(file + " was answered with status " + status + ".");
            };
        }
    }
}
