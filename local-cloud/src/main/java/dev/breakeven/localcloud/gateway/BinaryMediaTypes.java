package dev.breakeven.localcloud.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The media types that a REST API takes for binary ("Working with binary media types for REST APIs"): bodies of these types come
 * to the function in Base64, and its own Base64 is decoded for callers whose {@code Accept} begins with one of them. All else is
 * text, in UTF-8, and whatever is not is damaged on the way.
 *
 * @param types in small letters; with <code>*&#47;*</code> everything is binary
 */
public record BinaryMediaTypes(List<String> types) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[-\\w.!#$&^+*]+/[-\\w.!#$&^+*]+");

    /** Everything. */
    public static final BinaryMediaTypes ALL = new BinaryMediaTypes(List.of("*/*"));

    /** Nothing, which is what API Gateway begins with. */
    public static final BinaryMediaTypes NONE = new BinaryMediaTypes(List.of());

    public BinaryMediaTypes {
        types = types.stream().map(type -> type.toLowerCase(Locale.ROOT)).toList();
        for (String type : types) {
            if (!MEDIA_TYPE.matcher(type).matches()) {
                throw new IllegalArgumentException("\"" + type + "\" is not a media type; accepted are types like"
                        + " image/png, parted by commas, */* for all, and nothing for none");
            }
        }
    }

    /** Reads types parted by commas; an empty text is none. */
    public static BinaryMediaTypes parse(String text) {
        return new BinaryMediaTypes(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(type -> !type.isEmpty() || text.contains(","))
                .toList());
    }

    /** Whether the body of a request is binary. Without a content type it counts as JSON. */
    boolean hasContentType(@Nullable String contentType) {
        return has(contentType == null ? "application/json" : contentType);
    }

    /** Whether a caller is to get bytes: by the first type that it accepts. */
    boolean isAccepted(@Nullable String accept) {
        return has(accept == null ? "" : accept.split(",", 2)[0]);
    }

    private boolean has(String mediaType) {
        String alone = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return types.contains("*/*") || types.contains(alone);
    }
}
