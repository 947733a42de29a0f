package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;

/** Writes answers as JSON, bodies straight into the output. */
final class AnswerWriter {

    private AnswerWriter() {}

    static void write(HttpEvent event, Answer answer, OutputStream out) throws IOException {
        try (JsonWriter json = new JsonWriter(new OutputStreamWriter(out, UTF_8))) {
            json.beginObject();
            json.name("statusCode").value(answer.status());
            event.writeHeaders(answer, json);
            answer.writeBody(json);
            json.endObject();
        }
    }

    /**
     * Whether the front of an event will pass the answer on. Only what could be too large is measured, by writing it once more:
     * JSON needs six bytes for one at worst, and the rest is more than a head may have.
     */
    static boolean fits(HttpEvent event, Answer answer) {
        int max = event.answerBytesMax();
        if (answer.body().length <= max / 8) {
            return true;
        }
        Counter counter = new Counter();
        try {
            write(event, answer, counter);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A counter refused a byte", impossible);
        }
        return counter.bytes <= max;
    }

    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}
