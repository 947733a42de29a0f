package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Handler;
import dev.breakeven.core.Response;
import dev.breakeven.core.Service;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void it_goes_all_the_way_through_compress_test() {
        List<Response> responses = new ArrayList<>();
        Handler service = Service.behindGateway();
        Rehearsal.of(request -> {
            responses.add(service.handle(request));
            return responses.getFirst();
        });
        assertThat(responses).singleElement().satisfies(response -> {
            assertThat(response.status()).isEqualTo(200);
            assertThat(new String(response.body(), UTF_8)).contains("\"original_size\":5");
        });
    }
}
