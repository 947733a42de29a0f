package dev.breakeven.comparison.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.gateway.FunctionCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Tells one state of a service from another: SHA-256 over how it is run, what it is asked, and the files that it is made of, which
 * are the function's package and every file that the server's command names.
 */
public final class Fingerprint {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    public static String of(Service service) throws IOException {
        try {
            Fingerprint fingerprint = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            if (service.function().isPresent()) {
                fingerprint.function(service.function().get());
            }
            if (service.server().isPresent()) {
                fingerprint.server(service.server().get());
            }
            for (Sample sample : service.samples()) {
                fingerprint.sample(sample);
            }
            return HexFormat.of().formatHex(fingerprint.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private void function(Service.AsFunction function) throws IOException {
        add(function.code().handlerName());
        add(Integer.toString(function.memoryMegabytes()));
        add(new TreeMap<>(function.environment()).toString());
        switch (function.code()) {
            case FunctionCode.Java java -> file(java.zip());
            case FunctionCode.Bootstrap bootstrap -> file(bootstrap.path());
        }
    }

    private void server(Service.AsServer server) throws IOException {
        add(new TreeMap<>(server.command().environment()).toString());
        for (String word : server.command().arguments()) {
            Path file = path(server.command().folder(), word);
            if (Files.isRegularFile(file)) {
                file(file);
            } else {
                add(word);
            }
        }
    }

    private void sample(Sample sample) {
        add(sample.route());
        add(sample.headers().toString());
        for (long size : sample.body().sizes()) {
            digest.update(sample.body().bytes(size));
        }
    }

    private static Path path(Path folder, String word) {
        try {
            return folder.resolve(word);
        } catch (InvalidPathException noPath) {
            return Path.of("");
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(UTF_8));
        digest.update((byte) 0);
    }

    private void file(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // Read to be digested.
            }
        }
    }
}
