package dev.breakeven.core.tinysite;

import static java.util.Objects.requireNonNull;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Resource;
import dev.breakeven.core.Response;
import java.util.EnumMap;
import java.util.Map;

/**
 * One page that fits, head and all, into the 536 bytes which any IPv4 host takes in one piece (RFC 879, RFC 6691). It never
 * changes, so it is encoded once, when the project is built, and not per request. Only what a reader cannot do without is in
 * the head: the coding, and no {@code Content-Type} (browsers tell a page by its first bytes).
 */
public final class TinySite implements Handler {

    private final Map<Coding, Response> answers = new EnumMap<>(Coding.class);

    public TinySite() {
        for (Coding coding : Coding.values()) {
            Headers headers = coding == Coding.IDENTITY ? Headers.NONE : Headers.of("Content-Encoding", coding.token());
            answers.put(coding, new Response(200, headers, Resource.read(TinySite.class, coding.file())));
        }
    }

    @Override
    public Response handle(Request request) {
        return requireNonNull(answers.get(Coding.acceptedBy(request.headers())));
    }
}
