package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Request;
import dev.breakeven.core.Resource;
import dev.breakeven.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sample events, and what becomes of them. */
final class Events {

    static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    static ObjectNode sample(String name) {
        try {
            return (ObjectNode) JSON.readTree(Resource.read(Events.class, "/events/" + name + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Quotation marks are scarce in Java: an event in which {@code '} stands for {@code "}. */
    static String quoted(String event) {
        return event.replace('\'', '"');
    }

    static byte[] invoke(Handler handler, String event, TestContext context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StreamHandler(handler).handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, context);
        return out.toByteArray();
    }

    static JsonNode answer(Handler handler, String event) throws IOException {
        return JSON.readTree(invoke(handler, event, new TestContext()));
    }

    /** The request that a handler gets for an event. */
    static Request request(String event) throws IOException {
        List<Request> requests = new ArrayList<>();
        JsonNode answer = answer(
                request -> {
                    requests.add(request);
                    return Response.text(200, "text/plain", "");
                },
                event);
        if (requests.isEmpty()) {
            throw new AssertionError("The handler was not asked, the answer is " + answer);
        }
        return requests.getFirst();
    }

    static Request request(JsonNode event) throws IOException {
        return request(event.toString());
    }
}
