package dev.breakeven.comparison.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.quantity.DataSize;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.localcloud.gateway.HttpHeader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of a service file, with the keys that users write. Its payload is one of: a body as it stands, files, generated text
 * in several sizes, the same as a file in a form, or none.
 */
record WrittenSample(
        @Nullable String route,
        @Nullable Double weight,
        @Nullable Map<String, @Nullable String> headers,
        @Nullable String body,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> file,

        @Nullable String formFile,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<String> sizes,

        @Nullable String payload) {

    private static final Pattern ROUTE = Pattern.compile("(\\S+)\\s+(/\\S*)");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What the connection is made with, not the caller. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private static final DataSize SIZE_MAX = DataSize.parse("100MB");
    private static final double WEIGHT_MAX = 1e9;

    /** @param folder where the files that it names lie */
    Sample sample(Folder folder) throws BadInputException {
        Matcher matcher = route(ServiceFile.required("route", route));
        Body sent = body(folder);
        return new Sample(
                matcher.group(1), matcher.group(2), headers(sent), sent, weighed(), payload(sent.sizes(), folder));
    }

    private static Matcher route(String text) {
        Matcher matcher = ROUTE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'route' takes a method and a path, as in POST /resize, not '" + text + "'.");
        }
        if (!METHODS.contains(matcher.group(1))) {
            throw new IllegalArgumentException(
                    "'route': '" + matcher.group(1) + "' is no method; " + String.join(", ", METHODS) + " are.");
        }
        if (!isPath(matcher.group(2))) {
            throw new IllegalArgumentException("'route': '" + matcher.group(2)
                    + "' is no path; one is like /search?q=a%20word, without a host, and percent-encoded.");
        }
        return matcher;
    }

    private static boolean isPath(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getRawAuthority() == null && uri.getRawFragment() == null && !text.startsWith("//");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private double weighed() {
        double share = weight == null ? 1 : weight;
        if (!(share > 0 && share < WEIGHT_MAX)) {
            throw new IllegalArgumentException("'weight' takes a number above 0 and below 10^9, not " + share + ".");
        }
        return share;
    }

    private Body body(Folder folder) throws BadInputException {
        boolean text = formFile != null || sizes != null;
        if ((body != null ? 1 : 0) + (file != null ? 1 : 0) + (text ? 1 : 0) > 1) {
            throw new IllegalArgumentException("a request has 'body', 'file', or 'sizes' with or without 'form-file';"
                    + " one of them, not several.");
        }
        if (body != null) {
            return new Body.Given(List.of(body.getBytes(UTF_8)));
        }
        if (file != null) {
            return new Body.Given(contents(file, folder));
        }
        if (!text) {
            return new Body.None();
        }
        List<Long> bytes = bytes(ServiceFile.required("sizes", sizes));
        return formFile == null ? new Body.Text(bytes) : new Body.FormFile(formFile, bytes);
    }

    private static List<byte[]> contents(List<String> names, Folder folder) throws BadInputException {
        ServiceFile.requireSome("file", names);
        List<byte[]> contents = new ArrayList<>();
        for (String name : names) {
            byte[] content = folder.read(name);
            if (contents.stream().anyMatch(other -> other.length == content.length)) {
                throw new IllegalArgumentException("'file': " + name + " has " + content.length
                        + " bytes, as one before it has; each takes a size of its own.");
            }
            contents.add(content);
        }
        contents.sort(Comparator.comparingInt(content -> content.length));
        return contents;
    }

    private static List<Long> bytes(List<String> sizes) {
        ServiceFile.requireSome("sizes", sizes);
        List<Long> bytes = new ArrayList<>();
        for (String size : sizes) {
            long parsed = DataSize.parse(size).bytes();
            if (parsed > SIZE_MAX.bytes()) {
                throw new IllegalArgumentException("'sizes' takes up to 100MB, not " + size + ".");
            }
            bytes.add(parsed);
        }
        return bytes.stream().distinct().sorted().toList();
    }

    private List<HttpHeader> headers(Body sent) {
        List<HttpHeader> checked = new ArrayList<>();
        for (Map.Entry<String, @Nullable String> header :
                (headers == null ? Map.<String, @Nullable String>of() : headers).entrySet()) {
            String name = header.getKey();
            @Nullable String value = header.getValue();
            if (value == null
                    || !HEADER_NAME.matcher(name).matches()
                    || value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw new IllegalArgumentException("'headers': '" + name + ": " + value
                        + "' is no header; one is like 'Accept: text/html', on one line.");
            }
            if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("'headers': '" + name + "' is set by whoever makes the connection.");
            }
            if (sent.headers().stream().anyMatch(form -> form.name().equalsIgnoreCase(name))) {
                throw new IllegalArgumentException("'headers': '" + name + "' is set by 'form-file'.");
            }
            checked.add(new HttpHeader(name, value));
        }
        return checked;
    }

    private Distribution payload(List<Long> measured, Folder folder) {
        if (payload != null) {
            if (measured.size() < 2) {
                throw new IllegalArgumentException(
                        "'payload' varies what is measured at one size only; it goes with several 'sizes' or files.");
            }
            return DistributionFormat.ofSizes(payload, folder);
        }
        return measured.size() == 1
                ? new Distribution.Fixed(measured.getFirst())
                : new Distribution.Seen(
                        measured.stream().mapToDouble(size -> size).toArray());
    }
}
