package dev.breakeven.comparison.report;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.localcloud.gateway.FrontErrors;
import java.util.OptionalInt;

/**
 * The HTTP status by which a caller knows how a request failed; none where nobody answers. Before functions it is that of the table
 * by which the local cloud answers, before servers that of the ALB guide, load-balancer-troubleshooting.
 */
final class CallerStatus {

    private CallerStatus() {}

    static OptionalInt of(Consumption used, Failure cause) {
        return switch (used) {
            case Consumption.OfFunctions functions -> ofFunction(functions.front(), cause);
            case Consumption.OfServers servers ->
                servers.hosting().runsFunctions()
                        ? ofFunction(servers.front(), cause)
                        : ofServer(servers.front(), cause);
        };
    }

    private static OptionalInt ofFunction(Front front, Failure cause) {
        return switch (front) {
            case NONE, CLASSIC -> OptionalInt.empty();
            case REST -> of(FrontErrors.REST, cause);
            case HTTP -> of(FrontErrors.HTTP, cause);
            case URL -> of(FrontErrors.URL, cause);
            case ALB -> of(FrontErrors.ALB, cause);
        };
    }

    private static OptionalInt of(FrontErrors front, Failure cause) {
        return switch (cause) {
            case FRONT_THROTTLED -> status(front, dev.breakeven.localcloud.gateway.Failure.FRONT_THROTTLED);
            case RATE_THROTTLED, CONCURRENCY_THROTTLED, GROWTH_THROTTLED ->
                status(front, dev.breakeven.localcloud.gateway.Failure.FUNCTION_THROTTLED);
            case FRONT_TIMEOUT -> status(front, dev.breakeven.localcloud.gateway.Failure.FRONT_TIMEOUT);
            case FUNCTION_TIMEOUT -> status(front, dev.breakeven.localcloud.gateway.Failure.FUNCTION_TIMEOUT);
            case TOO_LARGE -> status(front, dev.breakeven.localcloud.gateway.Failure.REQUEST_TOO_LARGE);
            case ANSWER_TOO_LARGE -> status(front, dev.breakeven.localcloud.gateway.Failure.ANSWER_TOO_LARGE);
            case CLIENT_TIMEOUT, QUEUE_FULL, UNAVAILABLE, CUT_OFF -> OptionalInt.empty();
        };
    }

    private static OptionalInt status(FrontErrors front, dev.breakeven.localcloud.gateway.Failure failure) {
        return OptionalInt.of(front.of(failure).status());
    }

    private static OptionalInt ofServer(Front front, Failure cause) {
        if (front == Front.NONE) {
            return OptionalInt.empty();
        }
        return switch (cause) {
            case QUEUE_FULL, CUT_OFF -> OptionalInt.of(502);
            case UNAVAILABLE -> OptionalInt.of(503);
            case FRONT_TIMEOUT -> OptionalInt.of(504);
            case CLIENT_TIMEOUT,
                    FRONT_THROTTLED,
                    RATE_THROTTLED,
                    CONCURRENCY_THROTTLED,
                    GROWTH_THROTTLED,
                    FUNCTION_TIMEOUT,
                    TOO_LARGE,
                    ANSWER_TOO_LARGE -> OptionalInt.empty();
        };
    }
}
