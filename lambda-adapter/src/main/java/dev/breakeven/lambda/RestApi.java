package dev.breakeven.lambda;

import com.google.gson.stream.JsonWriter;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The proxy integration of an API Gateway REST API, payload format 1.0. The query comes decoded, the path as it was sent.
 *
 * @param path normally without the stage
 * @param contextPath {@code requestContext.path}, which is normally the path with the stage before it
 */
public record RestApi(
        String method,
        @Nullable String path,
        @Nullable String contextPath,
        @Nullable String stage,
        Values headers,
        Values query,
        EventBody body)
        implements HttpEvent {

    @Override
    public Request request() throws RefusedException {
        return new Request(method, Path.encoded(pathInApi()), query.query(), headers.headers(), body.bytes());
    }

    /** Where the context's path is longer, it is the one with the stage, and a first segment of that name is the API's own. */
    private @Nullable String pathInApi() {
        return contextPath == null || contextPath.equals(path) ? Path.withoutStage(path, stage) : path;
    }

    @Override
    public void writeHeaders(Answer answer, JsonWriter json) throws IOException {
        answer.writeMultiValueHeaders(json);
    }
}
