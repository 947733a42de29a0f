package dev.breakeven.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes a multipart form as a browser does (RFC 7578). */
public final class Form {

    private static final String BOUNDARY = "----breakeven7MA4YWxk";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public static Request text(String text) {
        return new Form().field("textEntry", text.getBytes(UTF_8)).post();
    }

    public static Request file(byte[] content) {
        return new Form().file("fileUpload", "data.bin", content).post();
    }

    public Form field(String name, byte[] value) {
        return part("form-data; name=\"" + name + "\"", value);
    }

    public Form file(String name, String fileName, byte[] content) {
        return part(
                "form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    public byte[] body() {
        ByteArrayOutputStream closed = new ByteArrayOutputStream();
        closed.writeBytes(bytes.toByteArray());
        closed.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
        return closed.toByteArray();
    }

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public Request post() {
        return Request.of("POST", "/compress")
                .with(Headers.of("Content-Type", contentType()))
                .with(body());
    }

    private Form part(String disposition, byte[] content) {
        bytes.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n").getBytes(ISO_8859_1));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
        return this;
    }
}
