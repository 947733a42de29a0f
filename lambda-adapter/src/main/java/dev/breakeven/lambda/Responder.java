package dev.breakeven.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.breakeven.core.CrossOrigin;
import dev.breakeven.core.Handler;
import dev.breakeven.core.Problem;
import dev.breakeven.core.RefusedException;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Has a handler answer an event, whatever happens: an exception that left the function would reach the caller as a 502 that
 * explains nothing, and so would an answer that is too large. Only when the JVM itself is at its end does an error leave, so
 * that Lambda replaces the environment.
 */
public record Responder(Handler handler) {

    public Answer respond(HttpEvent event, Context context) {
        Answer answer = answer(event, context);
        if (AnswerWriter.fits(event, answer)) {
            return answer;
        }
        return Answer.of(CrossOrigin.allow(
                new Problem.TooLarge("The answer, as the JSON that a function returns,", event.answerBytesMax())
                        .toResponse()));
    }

    private Answer answer(HttpEvent event, Context context) {
        try {
            return Answer.of(response(event));
        } catch (VirtualMachineError atItsEnd) {
            throw atItsEnd;
        } catch (Throwable fault) {
            StringWriter report = new StringWriter();
            report.append(context.getAwsRequestId()).append(" failed: ");
            fault.printStackTrace(new PrintWriter(report));
            context.getLogger().log(report.toString(), LogLevel.ERROR);
            return Answer.of(Service.unexpected());
        }
    }

    private Response response(HttpEvent event) {
        try {
            return handler.handle(event.request());
        } catch (RefusedException refused) {
            return CrossOrigin.allow(refused.problem().toResponse());
        }
    }
}
