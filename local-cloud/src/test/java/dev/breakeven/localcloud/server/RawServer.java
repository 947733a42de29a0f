package dev.breakeven.localcloud.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that keeps to HTTP as much as its test wants: what it does with a connection is a few lines of the test. */
final class RawServer implements AutoCloseable {

    /** What is done with one connection, which is closed afterwards. */
    interface Behaviour {
        void serve(Connection connection) throws Exception;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Behaviour behaviour;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private RawServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        Thread.ofVirtual().start(this::accept);
    }

    static RawServer doing(Behaviour behaviour) throws IOException {
        return new RawServer(behaviour);
    }

    /** Answers every request with these bytes, and leaves the connection open. */
    static RawServer answering(String answer) throws IOException {
        return doing(connection -> {
            while (!connection.readHead().isEmpty()) {
                connection.send(answer);
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests so far, in the order in which they came. */
    List<String> heads() {
        return heads;
    }

    int connections() {
        return open.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket accepted = socket.accept();
                open.add(accepted);
                Thread.ofVirtual().start(() -> serve(accepted));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            behaviour.serve(new Connection(accepted));
        } catch (Exception e) {
            // The balancer, or the end of the test, has closed it.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket accepted : open) {
            accepted.close();
        }
    }

    /** One connection. */
    final class Connection {

        private final Socket accepted;
        private final InputStream in;

        private Connection(Socket accepted) throws IOException {
            this.accepted = accepted;
            this.in = accepted.getInputStream();
        }

        /** A request's head with its last blank line; nothing when the other side has closed. */
        String readHead() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                int b = in.read();
                if (b < 0) {
                    return "";
                }
                head.write(b);
            }
            heads.add(head.toString(ISO_8859_1));
            return head.toString(ISO_8859_1);
        }

        String read(int length) throws IOException {
            return new String(in.readNBytes(length), ISO_8859_1);
        }

        void send(String bytes) throws IOException {
            accepted.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        }

        /** Closes so that the other side is reset. */
        void reset() throws IOException {
            accepted.setSoLinger(true, 0);
            accepted.close();
        }

        void staySilent() throws InterruptedException {
            Thread.sleep(Long.MAX_VALUE);
        }

        Socket socket() {
            return accepted;
        }
    }
}
