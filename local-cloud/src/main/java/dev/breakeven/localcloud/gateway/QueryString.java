package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.function.UnaryOperator;

/** A query by names: a name without a value has an empty one. API Gateway decodes it once, a plus to a blank; a load balancer does not. */
final class QueryString {

    private QueryString() {}

    static ValuesByName decode(String rawQuery) {
        return parse(rawQuery, QueryString::text);
    }

    static ValuesByName asSent(String rawQuery) {
        return parse(rawQuery, UnaryOperator.identity());
    }

    /** A path decoded once, in which a plus is a plus. */
    static String path(String rawPath) {
        return text(rawPath.replace("+", "%2B"));
    }

    private static ValuesByName parse(String rawQuery, UnaryOperator<String> text) {
        ValuesByName parameters = ValuesByName.ofParameters();
        for (String parameter : rawQuery.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals >= 0) {
                parameters.add(text.apply(parameter.substring(0, equals)), text.apply(parameter.substring(equals + 1)));
            } else if (!parameter.isEmpty()) {
                parameters.add(text.apply(parameter), "");
            }
        }
        return parameters;
    }

    private static String text(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded; // A percent sign that begins no escape stands for itself.
        }
    }
}
