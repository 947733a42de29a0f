package dev.breakeven.comparison.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.localcloud.gateway.HttpHeader;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;

/** What is sent along with a request, in each of the sizes in which the service is measured. */
public sealed interface Body {

    /** The sizes of the payload in bytes, in rising order; a single 0 where there is none. */
    List<Long> sizes();

    /**
     * What is sent.
     *
     * @param size a {@linkplain #closest possible} one
     */
    byte[] bytes(long size);

    /**
     * The same in one size only.
     *
     * @param size a {@linkplain #closest possible} one
     */
    default Body only(long size) {
        return switch (this) {
            case None none -> none;
            case Given given -> new Given(List.of(given.bytes(size)));
            case Text text -> new Text(List.of(size));
            case FormFile file -> new FormFile(file.field(), List.of(size));
        };
    }

    /** A size that is possible: one of the user's own, or any between the least and the most of what is made. */
    default long closest(double size) {
        return switch (this) {
            case None none -> 0;
            case Given given ->
                given.sizes().stream()
                        .min(Comparator.comparingDouble(each -> Math.abs(each - size)))
                        .orElseThrow();
            case Text text ->
                Math.clamp(
                        Math.round(size), text.sizes().getFirst(), text.sizes().getLast());
            case FormFile file ->
                Math.clamp(
                        Math.round(size), file.sizes().getFirst(), file.sizes().getLast());
        };
    }

    /** What its form needs in the head. */
    default List<HttpHeader> headers() {
        return List.of();
    }

    /** Nothing. */
    record None() implements Body {

        @Override
        public List<Long> sizes() {
            return List.of(0L);
        }

        @Override
        public byte[] bytes(long size) {
            return new byte[0];
        }
    }

    /** Contents of the user's, one of each size, in rising order. */
    record Given(List<byte[]> contents) implements Body {

        public Given {
            contents = List.copyOf(contents);
        }

        @Override
        public List<Long> sizes() {
            return contents.stream().map(content -> (long) content.length).toList();
        }

        @Override
        public byte[] bytes(long size) {
            return contents.get(sizes().indexOf(size));
        }
    }

    /** Text that compresses like text. */
    record Text(List<Long> sizes) implements Body {

        public Text {
            sizes = List.copyOf(sizes);
        }

        @Override
        public byte[] bytes(long size) {
            return Prose.bytes(Math.toIntExact(size));
        }
    }

    /** The same as a file in a field of a multipart form; the size is the file's. */
    record FormFile(String field, List<Long> sizes) implements Body {

        private static final String BOUNDARY = "breakeven-boundary-8fJ2kq";

        public FormFile {
            sizes = List.copyOf(sizes);
        }

        @Override
        public List<HttpHeader> headers() {
            return List.of(new HttpHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
        }

        @Override
        public byte[] bytes(long size) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                    + "\"; filename=\"sample.txt\"\r\nContent-Type: text/plain\r\n\r\n";
            body.writeBytes(head.getBytes(UTF_8));
            body.writeBytes(Prose.bytes(Math.toIntExact(size)));
            body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
            return body.toByteArray();
        }
    }
}
