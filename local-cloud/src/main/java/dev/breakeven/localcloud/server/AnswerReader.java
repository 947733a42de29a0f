package dev.breakeven.localcloud.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Takes one answer apart as it arrives: where its head ends, what its body is without the framing, and where it ends, be that by
 * length, by chunks, by the end of the connection, or because this kind of answer has no body. Interim answers (1xx) are dropped;
 * the body is never decoded.
 */
final class AnswerReader implements HttpParser.ResponseHandler {

    /** Whoever wants the answer. A part of the body is valid only during the call. */
    interface Recipient {

        void head(int status, HttpFields fields);

        void body(ByteBuffer part) throws IOException;

        /** All that has arrived so far has been handed over, and more is to come. */
        void pause() throws IOException;

        void end(HttpFields trailers);
    }

    private static final int HEAD_BYTES_MAX = 64 * 1024;
    private static final int SWITCHING_PROTOCOLS = 101;

    /** A bare line feed ends a line for most clients, so some servers send no more than that. */
    private static final HttpCompliance COMPLIANCE = HttpCompliance.RFC7230.with(
            "answers", HttpCompliance.Violation.LF_HEADER_TERMINATION, HttpCompliance.Violation.LF_CHUNK_TERMINATION);

    private final HttpParser parser = new HttpParser(this, HEAD_BYTES_MAX, COMPLIANCE);
    private final Recipient recipient;
    private final boolean toHead;
    private final HttpFields.Mutable fields = HttpFields.build();
    private final HttpFields.Mutable trailers = HttpFields.build();

    private HttpVersion version = HttpVersion.HTTP_1_0;
    private int status;
    private boolean interim;
    private boolean ended;
    private @Nullable IOException failure;

    AnswerReader(boolean toHead, Recipient recipient) {
        this.recipient = recipient;
        this.toHead = toHead;
        parser.setHeadResponse(toHead);
    }

    /** Takes what has arrived; what is left in the buffer after the answer's end is not part of it. */
    void take(ByteBuffer arrived) throws IOException {
        while (!ended && arrived.hasRemaining()) {
            parser.parseNext(arrived);
            nextAfterInterim();
            failIfFailed();
        }
        if (!ended) {
            recipient.pause();
        }
    }

    /** The server has closed its side. */
    void takeEnd() throws IOException {
        parser.atEOF();
        parser.parseNext(ByteBuffer.allocate(0));
        failIfFailed();
        if (!ended) {
            throw new ServerFailure(BalancerError.BAD_GATEWAY, "it closed the connection without an answer");
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whether the connection says that it can carry another answer after this one. */
    boolean isPersistent() {
        boolean framed =
                toHead || status == 204 || status == 304 || parser.isChunking() || parser.getContentLength() >= 0;
        boolean saysClose = fields.contains(HttpHeader.CONNECTION, "close");
        boolean keptAlive = version == HttpVersion.HTTP_1_1 || fields.contains(HttpHeader.CONNECTION, "keep-alive");
        return framed && keptAlive && !saysClose && !parser.isClosed();
    }

    private void nextAfterInterim() {
        if (interim) {
            interim = false;
            fields.clear();
            parser.reset();
        }
    }

    private void failIfFailed() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void startResponse(HttpVersion version, int status, String reason) {
        this.version = version;
        this.status = status;
    }

    @Override
    public void parsedHeader(HttpField field) {
        fields.add(field);
    }

    @Override
    public boolean headerComplete() {
        if (status == SWITCHING_PROTOCOLS) {
            failure = new ServerFailure(BalancerError.BAD_GATEWAY, "it switched the protocol without being asked");
        } else if (status < 200) {
            interim = true;
        } else {
            recipient.head(status, fields.asImmutable());
        }
        return false;
    }

    @Override
    public boolean content(ByteBuffer part) {
        try {
            recipient.body(part);
            return false;
        } catch (IOException e) {
            failure = e;
            return true;
        }
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public void parsedTrailer(HttpField field) {
        trailers.add(field);
    }

    @Override
    public boolean messageComplete() {
        if (!interim && failure == null) {
            ended = true;
            recipient.end(trailers.asImmutable());
        }
        return true;
    }

    @Override
    public void earlyEOF() {
        failure = new ServerFailure(BalancerError.BAD_GATEWAY, "it closed the connection before the end of its answer");
    }

    @Override
    public void badMessage(HttpException bad) {
        failure = new ServerFailure(BalancerError.BAD_GATEWAY, "it did not answer in HTTP: " + bad.getReason());
    }
}
