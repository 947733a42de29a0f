package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.google.gson.stream.MalformedJsonException;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Service;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * What runs in Lambda: takes the events of every front and answers each in kind. It reads and writes streams of tokens, as
 * typed events or a JSON tree would make a cold start two to four times longer. What is no HTTP event gets a plain result at
 * once. Nothing is kept between invocations, of which there may be several at a time. A subclass deploys another service: Lambda calls
 * its constructor without parameters.
 */
public class StreamHandler implements RequestStreamHandler {

    private static final byte[] IGNORED = "{\"ignored\": \"not an HTTP event\"}".getBytes(UTF_8);

    private final Responder responder;

    /** The two services, ready for their first request. */
    public StreamHandler() {
        this(Service.behindGateway());
    }

    /** Any other service; what it does at init is its own affair. */
    public StreamHandler(Handler handler) {
        responder = new Responder(handler);
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        HttpEvent event = read(in, context);
        if (event == null) {
            out.write(IGNORED);
        } else {
            AnswerWriter.write(event, responder.respond(event, context), out);
        }
    }

    private static @Nullable HttpEvent read(InputStream in, Context context) throws IOException {
        try {
            return EventReader.read(in);
        } catch (MalformedJsonException | EOFException | CharacterCodingException unreadable) {
            String report = context.getAwsRequestId() + " is not readable: " + unreadable.getMessage();
            context.getLogger().log(report, LogLevel.WARN);
            return null;
        }
    }
}
