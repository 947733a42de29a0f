package dev.breakeven.comparison.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.page.HtmlPage;
import dev.breakeven.comparison.page.InquiryForm;
import dev.breakeven.comparison.page.Script;
import dev.breakeven.comparison.price.MissingPriceException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Serves the comparison as a page: the form at {@code /}, an answer or how far it has come at {@code /compare}, whose address is
 * the whole question. A question is worked out when it is first asked for.
 */
public final class LiveServer implements AutoCloseable {

    private static final String FOLDER = "/dev/breakeven/comparison/live/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String COMPARE = "/compare";

    private final Offer offer;
    private final Runs runs;
    private final String host;
    private final Javalin javalin;

    private LiveServer(String host, Offer offer, Answering answering) {
        this.host = host;
        this.offer = offer;
        this.runs = new Runs(answering);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Listens when it returns.
     *
     * @param port 0 for any that is free
     * @throws BadInputException if another program has the port
     */
    public static LiveServer start(String host, int port, Offer offer, Answering answering) throws BadInputException {
        LiveServer server = new LiveServer(host, offer, answering);
        try {
            server.javalin.start(host, port);
        } catch (JavalinBindException taken) {
            throw new BadInputException(
                    "Nothing can listen on " + host + ":" + port
                            + ", where another program may do so already; --port takes another port, and 0 any that is free.",
                    taken);
        }
        return server;
    }

    public URI uri() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + javalin.port());
    }

    @Override
    public void close() {
        runs.close();
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.routes.before(context -> context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .header("Cache-Control", "no-store"));
        config.routes.get("/", context -> ask(context, 200, offer.form(offer.usual()), null));
        config.routes.get("/ask", this::toAddress);
        config.routes.get(COMPARE, this::compare);
        config.routes.get("/progress", this::progress);
        config.routes.post("/stop", this::stop);
        config.routes.exception(
                BadInputException.class,
                (refused, context) -> ask(context, 400, offer.form(offer.usual()), message(refused)));
        config.routes.error(
                404,
                context -> ask(context, 404, offer.form(offer.usual()), "There is no page at " + context.path() + "."));
    }

    private static String message(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }

    /** From what a form sends to the address that is worth passing on. */
    private void toAddress(Context context) throws BadInputException {
        context.redirect(COMPARE + "?" + inquiry(context).query());
    }

    private void compare(Context context) throws BadInputException {
        Inquiry asked = inquiry(context);
        InquiryForm form = offer.form(asked);
        Run run = runs.of(asked, form);
        if (!run.page().isDone()) {
            context.status(202).contentType(HTML).result(waiting(asked, run));
            return;
        }
        try {
            context.contentType(HTML).result(run.page().join());
        } catch (CancellationException | CompletionException failed) {
            runs.forget(asked);
            Throwable reason = failed.getCause() == null ? failed : failed.getCause();
            boolean theirs = reason instanceof BadInputException || reason instanceof MissingPriceException;
            ask(context, theirs ? 400 : reason instanceof CancellationException ? 200 : 500, form, message(reason));
        }
    }

    private void progress(Context context) throws BadInputException {
        Inquiry asked = inquiry(context);
        Run.State state = runs.find(asked).map(Run::state).orElse(new Run.State(true, "", 1, 0));
        context.contentType("application/json")
                .result(JsonNodeFactory.instance
                        .objectNode()
                        .put("over", state.over())
                        .put("stage", state.stage())
                        .put("part", state.part())
                        .put("secondsLeft", Math.round(state.secondsLeft()))
                        .toString());
    }

    private void stop(Context context) throws BadInputException {
        Inquiry asked = inquiry(context);
        runs.find(asked).ifPresent(Run::stop);
        context.redirect(COMPARE + "?" + asked.query(), HttpStatus.SEE_OTHER);
    }

    private Inquiry inquiry(Context context) throws BadInputException {
        return Inquiry.read(context.queryParamMap(), offer);
    }

    private void ask(Context context, int status, InquiryForm form, @Nullable String problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("service", offer.service());
        model.put("form", form);
        if (problem != null) {
            model.put("problem", problem);
        }
        context.status(status).contentType(HTML).result(HtmlPage.render(FOLDER + "ask.ftlh", model, List.of()));
    }

    private byte[] waiting(Inquiry asked, Run run) {
        Run.State state = run.state();
        return HtmlPage.render(
                FOLDER + "wait.ftlh",
                Map.of("words", asked.words(), "query", asked.query(), "stage", state.stage(), "part", state.part()),
                List.of(),
                List.of(new Script(
                        "wait",
                        FOLDER + "wait.js",
                        JsonNodeFactory.instance.objectNode().put("progress", "/progress?" + asked.query()))));
    }
}
