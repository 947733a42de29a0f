package dev.breakeven.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that are packaged with the classes that serve them. */
public final class Resource {

    private Resource() {}

    /** The bytes of a file beside a class; a missing one is a broken package, so it fails at start. */
    public static byte[] read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not packaged beside " + beside.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
