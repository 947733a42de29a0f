package dev.breakeven.lambda;

/** A status code with its reason phrase (RFC 9110, section 15), which only the load balancer asks for. */
final class StatusDescription {

    private StatusDescription() {}

    /** A code that is not in the list goes without words, as HTTP allows. */
    static String of(int status) {
        return switch (status) {
            case 200 -> "200 OK";
            case 201 -> "201 Created";
            case 202 -> "202 Accepted";
            case 204 -> "204 No Content";
            case 301 -> "301 Moved Permanently";
            case 302 -> "302 Found";
            case 303 -> "303 See Other";
            case 304 -> "304 Not Modified";
            case 307 -> "307 Temporary Redirect";
            case 308 -> "308 Permanent Redirect";
            case 400 -> "400 Bad Request";
            case 401 -> "401 Unauthorized";
            case 403 -> "403 Forbidden";
            case 404 -> "404 Not Found";
            case 405 -> "405 Method Not Allowed";
            case 409 -> "409 Conflict";
            case 413 -> "413 Content Too Large";
            case 415 -> "415 Unsupported Media Type";
            case 422 -> "422 Unprocessable Content";
            case 500 -> "500 Internal Server Error";
            case 503 -> "503 Service Unavailable";
            default -> Integer.toString(status);
        };
    }
}
