package dev.breakeven.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Asks a server over one connection. HTTP is spoken by hand, for a client of the JDK would take longer than the server that is
 * measured.
 */
final class Connection implements Caller {

    /** What a browser sends. */
    private static final String REQUEST = """
            GET PATH HTTP/1.1
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Accept-Encoding: gzip, deflate, br, zstd
            Accept-Language: de,en-US;q=0.7,en;q=0.3
            Host: breakeven.example
            Sec-Fetch-Dest: document
            Sec-Fetch-Mode: navigate
            Sec-Fetch-Site: none
            Sec-Fetch-User: ?1
            Upgrade-Insecure-Requests: 1
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0

            """;

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;

    /** As long as every answer is, head and body: they are all alike. */
    private final int answerLength;

    Connection(int port, String path) throws IOException {
        request = REQUEST.replace("PATH", path).replace("\n", "\r\n").getBytes(US_ASCII);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        answerLength = firstAnswerLength();
    }

    @Override
    public Object call() throws IOException {
        socket.getOutputStream().write(request);
        byte[] answer = in.readNBytes(answerLength);
        if (answer.length < answerLength) {
            throw new EOFException("The server has closed the connection");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int firstAnswerLength() throws IOException {
        socket.getOutputStream().write(request);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int letter = in.read();
            if (letter < 0) {
                throw new EOFException("The server has closed the connection");
            }
            head.append((char) letter);
        }
        String afterName = head.substring(head.indexOf("Content-Length: ") + "Content-Length: ".length());
        int bodyLength = Integer.parseInt(afterName.substring(0, afterName.indexOf('\r')));
        in.skipNBytes(bodyLength);
        return head.length() + bodyLength;
    }
}
