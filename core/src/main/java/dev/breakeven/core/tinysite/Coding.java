package dev.breakeven.core.tinysite;

import dev.breakeven.core.Headers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The content codings that TinySite is kept in, the one we would rather send first. */
enum Coding {
    BROTLI("br", "page.html.br"),
    DEFLATE("deflate", "page.html.deflate"),
    IDENTITY("identity", "page.html");

    private final String token;
    private final String file;

    Coding(String token, String file) {
        this.token = token;
        this.file = file;
    }

    /** The name in {@code Content-Encoding}. */
    String token() {
        return token;
    }

    String file() {
        return file;
    }

    /**
     * Picks what the caller likes best (RFC 9110, section 12.5.3). Without the header anything goes, and so it does with
     * {@code *}: then it is deflate, which every client has known since 1996; Brotli is for those that name it. Where nothing
     * is left to send, the page is sent as it is.
     */
    static Coding acceptedBy(Headers headers) {
        List<String> lines = headers.values("Accept-Encoding");
        if (lines.isEmpty()) {
            return DEFLATE;
        }
        Map<String, Double> weights = weights(String.join(",", lines));
        double others = weights.getOrDefault("*", 0.0);
        Coding best = IDENTITY;
        // The page as it is needs no leave; unless it is weighed, any coding that is welcome at all comes before it.
        double bestWeight = weights.getOrDefault(IDENTITY.token, 0.0);
        for (Coding coding : List.of(DEFLATE, BROTLI)) {
            double weight = weights.getOrDefault(coding.token, coding == DEFLATE ? others : 0.0);
            if (weight > 0 && weight >= bestWeight) {
                best = coding;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static Map<String, Double> weights(String header) {
        Map<String, Double> weights = new HashMap<>();
        for (String element : header.split(",", -1)) {
            String[] parts = element.split(";", -1);
            String coding = parts[0].strip().toLowerCase(Locale.ROOT);
            if (!coding.isEmpty()) {
                weights.put(coding, parts.length > 1 ? weight(parts[1].strip()) : 1.0);
            }
        }
        return weights;
    }

    /** {@code q=0.5}; what cannot be read counts as unwelcome, which at worst sends the page as it is. */
    private static double weight(String parameter) {
        if (!parameter.regionMatches(true, 0, "q=", 0, 2)) {
            return 0;
        }
        try {
            double weight = Double.parseDouble(parameter.substring(2).strip());
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
