package dev.breakeven.comparison.service;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.quantity.DataSize;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.RequestMix;
import dev.breakeven.localcloud.gateway.FunctionCode;
import dev.breakeven.localcloud.server.HealthCheck;
import dev.breakeven.localcloud.server.ServerCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    }

    /** The service as a server. */
    public record AsServer(ServerCommand command, HealthCheck health) {}

    private record Document(String name, Function function, Server server, List<Line> requests) {}

    private record Function(String zip, String handler, int memory) {}

    private record Server(String jar, String health) {}

    private record Line(
            String route,
            @Nullable Double weight,
            @Nullable String formFile,
            @Nullable List<String> sizes) {}

    public Service {
        samples = List.copyOf(samples);
    }

    /** CompressTest and TinySite, packaged in the project's folder. */
    public static Service builtIn(Path home) throws BadInputException {
        String file = "built-in.yaml";
        Document document = YamlFile.parse(file, Folder.packaged("services").read(file), Document.class);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = home.resolve(document.server().jar()).toString();
        return new Service(
                document.name(),
                Optional.of(new AsFunction(
                        new FunctionCode.Java(
                                home.resolve(document.function().zip()),
                                document.function().handler()),
                        document.function().memory(),
                        Map.of())),
                Optional.of(new AsServer(
                        new ServerCommand(List.of(java, "-jar", jar)),
                        new HealthCheck(document.server().health()))),
                document.requests().stream().map(Service::sample).toList());
    }

    /** What callers ask for where a workload does not say. */
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

    private static Sample sample(Line line) {
        int space = line.route().indexOf(' ');
        List<Long> sizes = line.sizes() == null
                ? List.of(0L)
                : line.sizes().stream()
                        .map(size -> DataSize.parse(size).bytes())
                        .toList();
        return new Sample(
                line.route().substring(0, space),
                line.route().substring(space + 1),
                List.of(),
                line.formFile() == null ? new Body.None() : new Body.FormFile(line.formFile(), sizes),
                line.weight() == null ? 1 : line.weight(),
                new Distribution.Fixed(sizes.get((sizes.size() - 1) / 2)));
    }
}
