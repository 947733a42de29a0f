package dev.breakeven.peers;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Service;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The service's two cheapest answers as resources of JAX-RS. */
@Path("/")
public final class SmallApp {

    private static final Handler SERVICE = Service.behindGateway();

    @GET
    public Response page(@Context HttpHeaders headers) {
        return answer("/", headers);
    }

    @GET
    @Path("health")
    public Response health(@Context HttpHeaders headers) {
        return answer("/health", headers);
    }

    private static Response answer(String path, HttpHeaders headers) {
        @Nullable String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        Headers passed = accepted == null ? Headers.NONE : Headers.of(HttpHeaders.ACCEPT_ENCODING, accepted);
        dev.breakeven.core.Response answer =
                SERVICE.handle(Request.of("GET", path).with(passed));
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
        answer.headers().all().stream()
                .filter(header -> !header.value().isEmpty()) // Jersey can send no empty Content-Type.
                .forEach(header -> response.header(header.name(), header.value()));
        return response.build();
    }
}
