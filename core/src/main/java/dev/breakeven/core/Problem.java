package dev.breakeven.core;

import java.util.List;

/**
 * Each way in which a request can be refused, with the status that says so and the way out. Sent as {@code
 * application/problem+json} (RFC 9457).
 */
public sealed interface Problem {

    int status();

    /** The refusal in a few words, the same for every request refused so. */
    String title();

    /** What was wrong with this request, and what would have been accepted. */
    String detail();

    /** The body cannot be read as what it says it is. */
    record Malformed(String detail) implements Problem {
        @Override
        public int status() {
            return 400;
        }

        @Override
        public String title() {
            return "Malformed request";
        }
    }

    record NotFound(String path, List<String> paths) implements Problem {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public String title() {
            return "Not found";
        }

        @Override
        public String detail() {
            return "There is nothing at " + path + "; there is " + String.join(", ", paths) + ".";
        }
    }

    record MethodNotAllowed(String method, String path, String allowed) implements Problem {
        @Override
        public int status() {
            return 405;
        }

        @Override
        public String title() {
            return "Method not allowed";
        }

        @Override
        public String detail() {
            return path + " does not answer " + method + "; it answers " + allowed + ".";
        }
    }

    /** More than the limit, found out from the declared length or while reading. */
    record TooLarge(String what, long limitBytes) implements Problem {
        @Override
        public int status() {
            return 413;
        }

        @Override
        public String title() {
            return "Too large";
        }

        @Override
        public String detail() {
            return what + " may have at most " + limitBytes + " bytes.";
        }
    }

    record UnsupportedMediaType(String detail) implements Problem {
        @Override
        public int status() {
            return 415;
        }

        @Override
        public String title() {
            return "Unsupported media type";
        }
    }

    /** Readable, yet it asks for two things at once. */
    record Ambiguous(String detail) implements Problem {
        @Override
        public int status() {
            return 422;
        }

        @Override
        public String title() {
            return "Ambiguous request";
        }
    }

    /** Refused by the way in, before any service saw it: the message that should carry a request is no such message. */
    record Unserved(int status, String title, String detail) implements Problem {}

    /** Our fault. What went wrong is in the log, not in the answer. */
    record Unexpected() implements Problem {
        @Override
        public int status() {
            return 500;
        }

        @Override
        public String title() {
            return "Internal server error";
        }

        @Override
        public String detail() {
            return "The service failed to answer; its log says why.";
        }
    }

    default Response toResponse() {
        byte[] body = Json.object(json -> {
            json.name("type").value("about:blank");
            json.name("title").value(title());
            json.name("status").value(status());
            json.name("detail").value(detail());
        });
        Headers headers = Headers.of("Content-Type", "application/problem+json");
        if (this instanceof MethodNotAllowed refused) {
            headers = headers.and("Allow", refused.allowed());
        }
        return new Response(status(), headers, body);
    }
}
