package dev.breakeven.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Handler;
import dev.breakeven.core.HandlerContract;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RestApiTest extends HandlerContract {

    private final Front front = new RestApiFront();

    @Override
    protected Response send(Handler handler, Request request) throws IOException {
        return front.send(handler, request);
    }

    @Override
    protected Handler service() {
        return Service.behindGateway();
    }

    @Test
    void tiny_site_says_an_empty_type_so_that_the_gateway_adds_none() throws IOException {
        Response response = send(service(), Request.of("GET", "/"));
        assertThat(response.headers().values("Content-Type")).containsExactly("");
        assertThat(response.headers().first("Access-Control-Allow-Origin")).hasValue("*");
    }
}
