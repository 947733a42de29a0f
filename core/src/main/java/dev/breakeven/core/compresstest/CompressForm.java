package dev.breakeven.core.compresstest;

import dev.breakeven.core.Problem;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * The form that CompressTest takes: {@code multipart/form-data} (RFC 7578) with either {@code fileUpload} or {@code
 * textEntry}. A browser sends both fields and leaves one empty, so an empty field counts as absent; other fields are passed
 * over.
 */
final class CompressForm {

    private static final String FIELDS = "a form with either fileUpload (a file) or textEntry (text)";
    private static final String MEDIA_TYPE = "multipart/form-data";

    /** Room for a file name of 255 characters in three bytes each, which the library's own 512 bytes would refuse. */
    private static final int PART_HEAD_BYTES_MAX = 4096;

    private CompressForm() {}

    /** The bytes of the one field that is filled in. */
    static byte[] contentOf(Request request) throws RefusedException {
        String contentType = request.headers().first("Content-Type").orElse("");
        if (!mediaType(contentType).equalsIgnoreCase(MEDIA_TYPE)) {
            throw new RefusedException(new Problem.UnsupportedMediaType("Send " + FIELDS + " as " + MEDIA_TYPE
                    + ", not " + (contentType.isEmpty() ? "a body without a Content-Type." : contentType + ".")));
        }
        String coding = request.headers().first("Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            throw new RefusedException(new Problem.UnsupportedMediaType(
                    "Send the form as it is, without Content-Encoding: " + coding + "."));
        }
        byte @Nullable [] content = null;
        try {
            FileUpload reader = new FileUpload();
            reader.setPartHeaderSizeMax(PART_HEAD_BYTES_MAX);
            FileItemIterator parts = reader.getItemIterator(new Body(request, contentType));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (isOurs(part)) {
                    byte[] bytes = read(part);
                    if (bytes.length > 0 && content != null) {
                        throw new RefusedException(
                                new Problem.Ambiguous("Send " + FIELDS + "; more than one was filled in."));
                    }
                    content = bytes.length > 0 ? bytes : content;
                }
            }
        } catch (FileUploadException | IOException unreadable) {
            throw new RefusedException(
                    new Problem.Malformed("The form cannot be read to its end: " + unreadable.getMessage()));
        } catch (NullPointerException boundless) {
            // The library looks for parts inside a part, and does not look whether that says what divides them.
            throw new RefusedException(new Problem.Malformed(
                    "The form cannot be read to its end: a multipart/mixed part names no boundary."));
        }
        if (content == null) {
            throw new RefusedException(new Problem.Malformed("Nothing to compress: send " + FIELDS + "."));
        }
        return content;
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip();
    }

    private static boolean isOurs(FileItemStream part) {
        return "fileUpload".equals(part.getFieldName()) || "textEntry".equals(part.getFieldName());
    }

    private static byte[] read(FileItemStream part) throws IOException, RefusedException {
        try (InputStream in = part.openStream()) {
            byte[] bytes = in.readNBytes(CompressTest.CONTENT_BYTES_MAX + 1);
            if (bytes.length > CompressTest.CONTENT_BYTES_MAX) {
                throw new RefusedException(
                        new Problem.TooLarge("A file or a text to compress", CompressTest.CONTENT_BYTES_MAX));
            }
            return bytes;
        }
    }

    private record Body(Request request, String contentType) implements RequestContext, UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return request.body().length;
        }

        @Override
        public long contentLength() {
            return request.body().length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(request.body());
        }
    }
}
