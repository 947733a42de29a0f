package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;

/** Sends bytes and shows the bytes that come back. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    RawClient(URI uri) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
        socket.setSoTimeout(20_000);
    }

    /** Sends all of it, and reads to the end of the connection. */
    static String exchange(URI uri, String request) throws IOException {
        try (RawClient client = new RawClient(uri)) {
            client.send(request);
            return client.readAll();
        }
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    String read(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), ISO_8859_1);
    }

    /** Reads to the end of the connection, be that orderly or not. */
    String readAll() throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] part = new byte[4096];
        try {
            for (int length = socket.getInputStream().read(part);
                    length >= 0;
                    length = socket.getInputStream().read(part)) {
                all.append(new String(part, 0, length, ISO_8859_1));
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("Neither answered nor closed; so far: " + all + "; threads: " + dumpThreads(), e);
        } catch (IOException e) {
            all.append("<reset>");
        }
        return all.toString();
    }

    /** Where all threads are, virtual ones too, for whoever looks for the reason. */
    private static Path dumpThreads() throws IOException {
        Path dump = Path.of("target", "threads-" + System.nanoTime() + ".txt").toAbsolutePath();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return dump;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
