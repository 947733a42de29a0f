package dev.breakeven.comparison.service;

import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.localcloud.gateway.HttpHeader;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request to measure the service with.
 *
 * @param given headers beside those that the body needs
 * @param weight how often it is asked for among the others, where a workload does not say
 * @param payload how large its payload is, where a workload does not say
 */
public record Sample(
        String method, String path, List<HttpHeader> given, Body body, double weight, Distribution payload) {

    public Sample {
        given = List.copyOf(given);
    }

    public String route() {
        return method + " " + path;
    }

    public List<HttpHeader> headers() {
        return Stream.concat(body.headers().stream(), given.stream()).toList();
    }

    /** The same with one payload size only. */
    public Sample withOnly(long size) {
        return new Sample(method, path, given, body.only(size), weight, new Distribution.Fixed(size));
    }

    /** The payload in the middle, for what is measured at one size only. */
    public long typicalSize() {
        List<Long> sizes = body.sizes();
        return sizes.get((sizes.size() - 1) / 2);
    }
}
