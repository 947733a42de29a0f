package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.quantity.DataSize;
import dev.breakeven.comparison.workload.RequestMix;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a service runs as a function and as a server, and what to ask it.
 *
 * @param zip the function in Lambda's layout for Java
 * @param jar the server, which reads its port from {@code PORT}
 * @param health the path that answers 200 once the server is ready
 */
public record Service(
        String name, Path zip, String handler, int memoryMegabytes, Path jar, String health, List<Sample> samples) {

    private record Document(String name, Function function, Server server, List<Line> requests) {}

    private record Function(String zip, String handler, int memory) {}

    private record Server(String jar, String health) {}

    private record Line(
            String route,
            @Nullable String formFile,
            @Nullable List<String> sizes) {}

    public Service {
        samples = List.copyOf(samples);
    }

    /** CompressTest and TinySite, packaged in the project's folder. */
    public static Service builtIn(Path home) throws BadInputException {
        String file = "built-in.yaml";
        Document document = YamlFile.parse(file, Folder.packaged("services").read(file), Document.class);
        return new Service(
                document.name(),
                home.resolve(document.function().zip()),
                document.function().handler(),
                document.function().memory(),
                home.resolve(document.server().jar()),
                document.server().health(),
                document.requests().stream().map(Service::sample).toList());
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
                Optional.ofNullable(line.formFile()),
                sizes);
    }
}
