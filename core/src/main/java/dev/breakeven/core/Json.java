package dev.breakeven.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;

/** Writes a JSON document into memory, where writing cannot fail. */
public final class Json {

    /** Writes the fields of the one object that the document is. */
    @FunctionalInterface
    public interface Fields {
        void writeTo(JsonWriter json) throws IOException;
    }

    private Json() {}

    public static byte[] object(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonWriter json = new JsonWriter(new OutputStreamWriter(bytes, UTF_8))) {
            json.beginObject();
            fields.writeTo(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
