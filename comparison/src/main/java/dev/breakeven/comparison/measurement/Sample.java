package dev.breakeven.comparison.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A request to measure the service with.
 *
 * @param formFile the field of a multipart form that the payload goes into, where there is a payload
 * @param sizes payloads in bytes, in rising order; a single 0 where there is none
 */
public record Sample(String method, String path, Optional<String> formFile, List<Long> sizes) {

    private static final String BOUNDARY = "breakeven-boundary-8fJ2kq";

    public Sample {
        sizes = List.copyOf(sizes);
    }

    public String route() {
        return method + " " + path;
    }

    /** The payload in the middle, for what is measured at one size only. */
    long typicalSize() {
        return sizes.get((sizes.size() - 1) / 2);
    }

    Optional<String> contentType() {
        return formFile.map(field -> "multipart/form-data; boundary=" + BOUNDARY);
    }

    byte[] body(long size) {
        if (formFile.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + formFile.get()
                + "\"; filename=\"sample.txt\"\r\nContent-Type: text/plain\r\n\r\n";
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(Prose.bytes(Math.toIntExact(size)));
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }
}
