package dev.breakeven.localcloud.gateway;

import java.util.ArrayList;
import java.util.List;

/** The headers of a response, without those that frame a message: the front frames it itself. */
final class ResponseHeaders {

    private final List<HttpHeader> all;

    ResponseHeaders(List<HttpHeader> ofFunction) {
        all = new ArrayList<>(ofFunction.size() + 4);
        ofFunction.stream().filter(header -> !MessageFraming.has(header.name())).forEach(all::add);
    }

    /** With this value, unless the function gave one. */
    ResponseHeaders byDefault(String name, String value) {
        if (all.stream().noneMatch(header -> header.isNamed(name))) {
            all.add(new HttpHeader(name, value));
        }
        return this;
    }

    ResponseHeaders with(String name, String value) {
        all.add(new HttpHeader(name, value));
        return this;
    }

    List<HttpHeader> list() {
        return all;
    }
}
