package dev.breakeven.lambda;

import com.google.gson.stream.JsonWriter;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import java.io.IOException;

/**
 * An HTTP request as a front hands it to a function: each front has its own JSON, and wants its answer in kind. VPC Lattice,
 * WebSocket APIs and custom (non-proxy) integrations are left out.
 */
public sealed interface HttpEvent permits RestApi, HttpApi, LoadBalancer {

    /** Lambda's limit on a synchronous response, as JSON: 6 MB, which has been measured to be 6 MiB and 100 bytes. */
    int FUNCTION_ANSWER_BYTES_MAX = 6 * 1024 * 1024 + 100;

    /** What the caller asked. */
    Request request() throws RefusedException;

    /** Writes the headers of the answer, and what else this front wants besides the status code and the body. */
    void writeHeaders(Answer answer, JsonWriter json) throws IOException;

    /** The most that the JSON of an answer may take on its way through this front. */
    default int answerBytesMax() {
        return FUNCTION_ANSWER_BYTES_MAX;
    }
}
