package dev.breakeven.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;

/** A connection on which every byte counts: it sends what it is given, whether HTTP or not, and shows what came back. */
final class RawConnection implements AutoCloseable {

    /** One answer: its head as it came, without the empty line at the end, and as many bytes as the head promises. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, compared never.
    record Answer(String head, byte[] body) {

        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        Optional<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ": ";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .findFirst();
        }

        String text() {
            return new String(body, ISO_8859_1);
        }
    }

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends lines of a head, each closed by CRLF, and the empty line after them. */
    void sendHead(String... lines) throws IOException {
        send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    void send(String latin1) throws IOException {
        send(latin1.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void sendChunk(byte[] bytes) throws IOException {
        send(Integer.toHexString(bytes.length) + "\r\n");
        send(bytes);
        send("\r\n");
    }

    /** Says that nothing more will be sent; answers can still be read. */
    void endSending() throws IOException {
        socket.shutdownOutput();
    }

    Answer read() throws IOException {
        String head = readHead();
        int length = new Answer(head, new byte[0])
                .header("Content-Length")
                .map(Integer::parseInt)
                .orElse(0);
        return new Answer(head, in.readNBytes(length));
    }

    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Closed after: " + head);
            }
            head.append((char) next);
        }
        return head.substring(0, head.length() - 4);
    }

    /** Whether the server has closed its side, once everything it sent is read. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
