package dev.breakeven.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.core.Resource;

/** A browser's GET as each front makes an event of it, after the shapes that AWS documents; names and addresses are made up. */
enum Event {
    REST_API("rest-api"),
    HTTP_API("http-api"),
    LOAD_BALANCER("load-balancer");

    private final String template;

    Event(String name) {
        template = new String(Resource.read(Event.class, "/events/" + name + ".json"), UTF_8);
    }

    byte[] json(String path) {
        return template.replace("PATH", path).getBytes(UTF_8);
    }
}
