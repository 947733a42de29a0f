package dev.breakeven.comparison.measurement;

import dev.breakeven.localcloud.function.ExecutionEnvironment;
import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import dev.breakeven.localcloud.function.Invocation;
import dev.breakeven.localcloud.gateway.CallerRequest;
import dev.breakeven.localcloud.gateway.CallerResponse;
import dev.breakeven.localcloud.gateway.HttpHeader;
import dev.breakeven.localcloud.gateway.RestApi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The service as a function: one execution environment, asked through a REST API's events. */
final class FunctionHost implements Host {

    /** Headers by which API Gateway numbers its answers: what a front adds is an input of the deployment. */
    private static final String ADDED_BY_GATEWAY = "x-amz";

    private static final RestApi API = new RestApi("prod");

    private final ExecutionEnvironment environment;

    private FunctionHost(ExecutionEnvironment environment) {
        this.environment = environment;
    }

    /** The unpacked function, of which any number of environments can be started. */
    record Unpacked(FunctionPackage function) implements AutoCloseable {

        Host start() throws IOException, InterruptedException {
            return new FunctionHost(ExecutionEnvironment.start(function));
        }

        @Override
        public void close() {
            function.close();
        }
    }

    static Unpacked unpack(Service service) throws IOException {
        return new Unpacked(FunctionPackage.unpack(
                service.zip(),
                FunctionConfiguration.of(service.handler()).withMemoryMegabytes(service.memoryMegabytes())));
    }

    @Override
    public Duration start() {
        return environment.initDuration();
    }

    @Override
    public Call call(Sample sample, byte[] body) throws InterruptedException {
        CallerRequest request = CallerRequest.of(sample.method(), sample.path())
                .withHeaders(sample.contentType()
                        .map(type -> List.of(new HttpHeader("Content-Type", type)))
                        .orElse(List.of()))
                .withBody(body);
        Invocation invocation = environment.invoke(API.event(request));
        CallerResponse response = API.response(request, invocation.answer());
        long headBytes = response.headers().stream()
                .filter(header -> !header.name().startsWith(ADDED_BY_GATEWAY))
                .mapToLong(header -> HeadBytes.line(header.name(), header.value()))
                .sum();
        return new Call(
                invocation.duration(),
                invocation.cpuTime(),
                response.status(),
                HeadBytes.STATUS_LINE + headBytes + response.body().length);
    }

    @Override
    public long memoryBytesPeak() {
        return environment.peakMemoryBytes().orElse(0);
    }

    @Override
    public void close() {
        environment.close();
    }
}
