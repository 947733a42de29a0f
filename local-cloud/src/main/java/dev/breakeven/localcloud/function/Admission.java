package dev.breakeven.localcloud.function;

import dev.breakeven.localcloud.process.ChildProcess;
import dev.breakeven.localcloud.process.SocketOwner;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/**
 * Lets an environment alone talk to its Runtime API: its clients know no secret that they could send, so each new connection is
 * traced to a process. Where that cannot be found out, anybody on this machine is let in.
 */
final class Admission {

    private static final String ADMITTED = "dev.breakeven.admitted";

    private final CompletableFuture<ChildProcess> environment = new CompletableFuture<>();

    /** From now on these are let in: the process, and whatever it has started. */
    void only(ChildProcess process) {
        environment.complete(process);
    }

    boolean admits(Request request) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        if (connection.getAttribute(ADMITTED) != null) {
            return true;
        }
        boolean admitted = !SocketOwner.isKnown() || isOfEnvironment(request);
        if (admitted) {
            connection.setAttribute(ADMITTED, true);
        }
        return admitted;
    }

    private boolean isOfEnvironment(Request request) {
        try {
            // A process may be quicker than the one that has just started it.
            return SocketOwner.isOneOf(
                    environment.join().members(), Request.getRemotePort(request), Request.getLocalPort(request));
        } catch (IOException e) {
            return false; // It is coming to its end.
        }
    }
}
