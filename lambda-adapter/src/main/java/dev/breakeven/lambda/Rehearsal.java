package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.breakeven.core.Handler;
import dev.breakeven.core.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A first request that nobody sent, for CompressTest, which needs the most classes. It takes about 70 ms from the first caller's
 * request to the init before it, which has a whole processor even where a request gets a small share of one.
 */
final class Rehearsal {

    /** A form with the text {@code hello}. */
    private static final byte[] EVENT = """
            {"httpMethod": "POST", "path": "/compress", "requestContext": {},
             "headers": {"Content-Type": "multipart/form-data; boundary=b"}, "isBase64Encoded": true,
             "body": "LS1iDQpDb250ZW50LURpc3Bvc2l0aW9uOiBmb3JtLWRhdGE7IG5hbWU9InRleHRFbnRyeSINCg0KaGVsbG8NCi0tYi0tDQo="}
            """.getBytes(UTF_8);

    private Rehearsal() {}

    static void of(Handler service) {
        try {
            HttpEvent event = requireNonNull(EventReader.read(new ByteArrayInputStream(EVENT)));
            Answer answer = Answer.of(service.handle(event.request()));
            AnswerWriter.write(event, answer, OutputStream.nullOutputStream());
        } catch (IOException | RefusedException impossible) {
            throw new IllegalStateException("The rehearsal cannot be read", impossible);
        }
    }
}
