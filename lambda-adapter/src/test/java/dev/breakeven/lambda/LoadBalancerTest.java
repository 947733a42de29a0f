package dev.breakeven.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakeven.core.Handler;
import dev.breakeven.core.HandlerContract;
import dev.breakeven.core.Headers;
import dev.breakeven.core.Request;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadBalancerTest {

    @Nested
    class WithMultiValueHeaders extends HandlerContract {

        @Override
        protected Response send(Handler handler, Request request) throws IOException {
            return new LoadBalancerFront(true).send(handler, request);
        }

        @Override
        protected Handler service() {
            return Service.behindGateway();
        }
    }

    @Nested
    class WithoutMultiValueHeaders extends HandlerContract {

        @Override
        protected Response send(Handler handler, Request request) throws IOException {
            return new LoadBalancerFront(false).send(handler, request);
        }

        @Override
        protected Handler service() {
            return Service.behindGateway();
        }

        @Override
        protected boolean onlyTheLastOfSeveralArrives() {
            return true;
        }
    }

    @Test
    void tiny_site_says_an_empty_type_in_either_form() throws IOException {
        for (boolean multiValue : new boolean[] {false, true}) {
            Response response = new LoadBalancerFront(multiValue).send(Service.behindGateway(), Request.of("GET", "/"));
            assertThat(response.headers().values("Content-Type")).containsExactly("");
            assertThat(response.headers().first("Access-Control-Allow-Origin")).hasValue("*");
        }
    }

    @Test
    void every_one_of_many_cookies_has_a_name_of_its_own_case() throws IOException {
        JsonNode answer = Events.answer(
                request -> {
                    Headers cookies = Headers.NONE;
                    for (int i = 0; i < 50; i++) {
                        cookies = cookies.and("Set-Cookie", "c" + i + "=1");
                    }
                    return Response.empty(200, cookies);
                },
                Events.sample("load-balancer").toString());
        assertThat(Front.singleHeaders(answer).values("Set-Cookie"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "c" + i + "=1").toList());
        assertThat(answer.path("headers").path("Set-Cookie").textValue()).isEqualTo("c0=1");
        assertThat(answer.path("headers").path("set-Cookie").textValue()).isEqualTo("c1=1");
    }
}
