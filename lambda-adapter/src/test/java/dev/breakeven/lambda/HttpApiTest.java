package dev.breakeven.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Handler;
import dev.breakeven.core.HandlerContract;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HttpApiTest extends HandlerContract {

    private final Front front = new HttpApiFront();

    @Override
    protected Response send(Handler handler, Request request) throws IOException {
        return front.send(handler, request);
    }

    @Override
    protected Handler service() {
        return Service.behindGateway();
    }

    @Test
    void tiny_site_says_an_empty_type_here_too() throws IOException {
        Response response = send(service(), Request.of("GET", "/"));
        assertThat(response.headers().values("Content-Type")).containsExactly("");
        assertThat(response.headers().first("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void repeated_response_headers_that_are_lists_leave_as_one() throws IOException {
        Response response = send(
                request -> Response.empty(200, Headers.of("Vary", "Accept", "vary", "Origin")),
                Request.of("GET", "/echo"));
        assertThat(response.headers().values("Vary")).containsExactly("Accept, Origin");
    }
}
