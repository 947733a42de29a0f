package dev.breakeven.localcloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/** A query as API Gateway's REST APIs hand it on: decoded once, a plus as a blank, a name without a value as an empty one. */
final class QueryString {

    private QueryString() {}

    static ValuesByName decode(String rawQuery) {
        ValuesByName parameters = ValuesByName.ofParameters();
        for (String parameter : rawQuery.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals >= 0) {
                parameters.add(text(parameter.substring(0, equals)), text(parameter.substring(equals + 1)));
            } else if (!parameter.isEmpty()) {
                parameters.add(text(parameter), "");
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
