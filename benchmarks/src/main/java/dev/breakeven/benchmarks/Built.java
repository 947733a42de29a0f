package dev.breakeven.benchmarks;

import java.nio.file.Path;

/** What the build has made, below the folder that {@code breakeven.home} names. */
final class Built {

    private Built() {}

    static Path in(String path) {
        return Path.of(System.getProperty("breakeven.home", "")).resolve(path).toAbsolutePath();
    }
}
