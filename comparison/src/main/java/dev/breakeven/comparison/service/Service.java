package dev.breakeven.comparison.service;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.localcloud.gateway.FunctionCode;
import dev.breakeven.localcloud.server.HealthCheck;
import dev.breakeven.localcloud.server.ServerCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How a service runs as a function and as a server, and what to ask it. Where it runs one way only, the other is not compared.
 */
public record Service(String name, Optional<AsFunction> function, Optional<AsServer> server, List<Sample> samples) {

    /**
     * The service as a function.
     *
     * @param memoryMegabytes with which it is measured
     * @param environment variables of its own
     */
    public record AsFunction(FunctionCode code, int memoryMegabytes, Map<String, String> environment) {

        public AsFunction {
            environment = Map.copyOf(environment);
        }

        /** The same with another memory. */
        public AsFunction with(int otherMegabytes) {
            return new AsFunction(code, otherMegabytes, environment);
        }
    }

    /**
     * The service as a server.
     *
     * @param threads requests that it works at or waits for at a time, however many processors it has; empty if it says nothing
     */
    public record AsServer(ServerCommand command, HealthCheck health, OptionalInt threads) {

        public AsServer(ServerCommand command, HealthCheck health) {
            this(command, health, OptionalInt.empty());
        }
    }

    public Service {
        samples = List.copyOf(samples);
    }

    /** The same program under another name, asked for more. */
    Service with(String other, List<Sample> more) {
        return new Service(
                other,
                function,
                server,
                Stream.concat(samples.stream(), more.stream()).toList());
    }

    /** What is asked of it where a workload does not say. */
    public RequestMix mix() {
        return new RequestMix(samples.stream()
                .map(sample -> new RequestMix.Kind(sample.route(), sample.weight(), sample.payload()))
                .toList());
    }

    /** Refuses a workload that asks for what the service is not measured with. */
    public void check(RequestMix mix) throws BadInputException {
        List<String> routes = samples.stream().map(Sample::route).toList();
        for (RequestMix.Kind kind : mix.kinds()) {
            if (!routes.contains(kind.route())) {
                throw new BadInputException("The workload asks for '" + kind.route() + "', which " + name
                        + " is not measured with; it is with " + String.join(" and ", routes) + ".");
            }
        }
    }
}
