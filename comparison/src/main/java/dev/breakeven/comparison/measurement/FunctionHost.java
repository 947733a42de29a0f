package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.function.ExecutionEnvironment;
import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.function.FunctionPackage;
import dev.breakeven.localcloud.function.Invocation;
import dev.breakeven.localcloud.gateway.CallerRequest;
import dev.breakeven.localcloud.gateway.CallerResponse;
import dev.breakeven.localcloud.gateway.RestApi;
import java.io.IOException;
import java.time.Duration;

/** The service as a function: one execution environment, asked through a REST API's events. */
final class FunctionHost implements Host {

    /** Headers by which API Gateway numbers its answers: what a front adds is an input of the deployment. */
    private static final String ADDED_BY_GATEWAY = "x-amz";

    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

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

    static Unpacked unpack(Service.AsFunction function) throws IOException {
        return new Unpacked(function.code()
                .open(new FunctionConfiguration(
                        function.code().handlerName(),
                        function.memoryMegabytes(),
                        CALL_LIMIT,
                        function.environment())));
    }

    @Override
    public Duration start() {
        return environment.initDuration();
    }

    @Override
    public Call call(Sample sample, byte[] body) throws InterruptedException {
        CallerRequest request = CallerRequest.of(sample.method(), sample.path())
                .withHeaders(sample.headers())
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
