package dev.breakeven.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handler of a path and method. Whatever answers GET answers HEAD, and every path answers OPTIONS with what it
 * allows (RFC 9110, sections 9.3.2 and 9.3.7). Paths are compared as they were sent, without decoding.
 */
final class Router implements Handler {

    private final Map<String, Map<String, Handler>> routes = new LinkedHashMap<>();

    Router route(String method, String path, Handler handler) {
        routes.computeIfAbsent(path, p -> new LinkedHashMap<>()).put(method, handler);
        return this;
    }

    @Override
    public Response handle(Request request) {
        @Nullable Map<String, Handler> methods = routes.get(request.path());
        if (methods == null) {
            return new Problem.NotFound(request.path(), List.copyOf(routes.keySet())).toResponse();
        }
        @Nullable Handler handler = methods.get(request.method());
        if (handler != null) {
            return handler.handle(request);
        }
        @Nullable Handler whole = methods.get("GET");
        if (request.method().equals("HEAD") && whole != null) {
            return whole.handle(request).headOnly();
        }
        String allowed = allowed(methods);
        if (request.method().equals("OPTIONS")) {
            return Response.empty(204, Headers.of("Allow", allowed));
        }
        return new Problem.MethodNotAllowed(request.method(), request.path(), allowed).toResponse();
    }

    private static String allowed(Map<String, Handler> methods) {
        List<String> allowed = new ArrayList<>(methods.keySet());
        if (methods.containsKey("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return String.join(", ", allowed);
    }
}
