package dev.breakeven.comparison.service;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.Nearest;
import dev.breakeven.comparison.input.Scalar;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.localcloud.function.FunctionConfiguration;
import dev.breakeven.localcloud.gateway.FunctionCode;
import dev.breakeven.localcloud.server.HealthCheck;
import dev.breakeven.localcloud.server.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads services: one of ours by name, or a YAML file of the user's. All that a file names has to be there. */
public final class ServiceFile {

    /** Ours, each a file among the packaged services. */
    public static final List<String> NAMES = List.of("compresstest", "tinysite");

    /** A commented file to begin with. */
    private static final String TEMPLATE = "template.yaml";

    private static final int MEMORY_DEFAULT = 1_769;
    private static final int THREADS_MAX = 100_000;
    private static final String HEALTH_DEFAULT = "/health";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Scalar<?>[] SCALARS = {new Scalar<>(String.class, Function.identity())};

    private record Document(
            @Nullable String name,
            @Nullable Map<String, @Nullable String> environment,
            @Nullable FunctionInput function,
            @Nullable ServerInput server,
            @Nullable List<WrittenSample> requests) {}

    private record FunctionInput(
            @Nullable String zip,
            @Nullable String handler,
            @Nullable String bootstrap,
            @Nullable Integer memory,
            @Nullable Map<String, @Nullable String> environment) {}

    private record ServerInput(
            @Nullable String command,
            @Nullable String jar,
            @Nullable String health,
            @Nullable Integer threads,
            @Nullable Map<String, @Nullable String> environment) {}

    /** What a service is read for. */
    private enum Use {
        RUN,
        ASK
    }

    private ServiceFile() {}

    /**
     * Reads a service.
     *
     * @param nameOrFile one of {@link #NAMES}, or the path of a file, at whose folder the paths in it start
     * @param home at which the paths in ours start: the folder that the project is built in
     */
    public static Service read(String nameOrFile, Path home) throws BadInputException {
        return read(nameOrFile, home, Use.RUN);
    }

    /** What is asked of a service that runs somewhere already: nothing that it is run from has to be here. */
    public static Service asked(String nameOrFile) throws BadInputException {
        return read(nameOrFile, Path.of(""), Use.ASK);
    }

    private static Service read(String nameOrFile, Path home, Use use) throws BadInputException {
        if (NAMES.contains(nameOrFile)) {
            return ours(nameOrFile, home, use);
        }
        if (isFile(nameOrFile)) {
            Path file = Path.of(nameOrFile);
            return service(
                    nameOrFile,
                    YamlFile.read(file, Document.class, SCALARS),
                    file.toAbsolutePath().resolveSibling(""),
                    use);
        }
        throw new BadInputException("There is no service '" + nameOrFile + "': it is neither a file nor one of "
                + String.join(", ", NAMES) + "." + Nearest.question(nameOrFile, NAMES));
    }

    /** CompressTest and TinySite, which are one program. */
    public static Service builtIn(Path home) throws BadInputException {
        return builtIn(home, Use.RUN);
    }

    /** What is asked of both, where they run somewhere already. */
    public static Service builtInAsked() throws BadInputException {
        return builtIn(Path.of(""), Use.ASK);
    }

    private static Service builtIn(Path home, Use use) throws BadInputException {
        Service page = ours("tinysite", home, use);
        return page.with("breakeven", ours("compresstest", home, use).samples());
    }

    /** A commented file to begin with. */
    public static byte[] template() throws BadInputException {
        return Folder.packaged("services").read(TEMPLATE);
    }

    private static Service ours(String name, Path home, Use use) throws BadInputException {
        String file = name + ".yaml";
        byte[] content = Folder.packaged("services").read(file);
        return service(file, YamlFile.parse(file, content, Document.class, SCALARS), home.toAbsolutePath(), use);
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static Service service(String file, Document document, Path folder, Use use) throws BadInputException {
        try {
            String name = required("name", document.name());
            @Nullable FunctionInput function = document.function();
            @Nullable ServerInput server = document.server();
            if (function == null && server == null) {
                throw new IllegalArgumentException("a service has 'function', 'server' or both; it has neither.");
            }
            return new Service(
                    name,
                    function == null || use == Use.ASK
                            ? Optional.empty()
                            : Optional.of(
                                    inside("function", () -> asFunction(function, document.environment(), folder))),
                    server == null || use == Use.ASK
                            ? Optional.empty()
                            : Optional.of(inside("server", () -> asServer(server, document.environment(), folder))),
                    samples(required("requests", document.requests()), Folder.of(folder)));
        } catch (IllegalArgumentException | BadInputException refused) {
            String message = String.valueOf(refused.getMessage());
            throw new BadInputException(file + ": " + message + (message.endsWith(".") ? "" : "."), refused);
        }
    }

    @FunctionalInterface
    private interface Part<T> {
        T read() throws BadInputException;
    }

    /** Says in a refusal which part of the file it is about. */
    private static <T> T inside(String place, Part<T> part) throws BadInputException {
        try {
            return part.read();
        } catch (IllegalArgumentException | BadInputException refused) {
            throw new BadInputException(place + ": " + refused.getMessage(), refused);
        }
    }

    private static Service.AsFunction asFunction(
            FunctionInput input, @Nullable Map<String, @Nullable String> common, Path folder) throws BadInputException {
        Service.AsFunction function = new Service.AsFunction(
                code(input, folder),
                input.memory() == null ? MEMORY_DEFAULT : input.memory(),
                variables(common, input.environment()));
        FunctionConfiguration configuration = new FunctionConfiguration(
                function.code().handlerName(),
                function.memoryMegabytes(),
                FunctionConfiguration.of("any").timeout(),
                function.environment());
        // Whoever is to run it knows best what can be run, and says so before anything else is measured.
        try {
            function.code().open(configuration).close();
            return function;
        } catch (IOException unreadable) {
            throw new BadInputException("the code cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static FunctionCode code(FunctionInput input, Path folder) {
        if (input.bootstrap() != null) {
            if (input.zip() != null || input.handler() != null) {
                throw new IllegalArgumentException(
                        "'bootstrap' excludes 'zip' and 'handler': a zip that holds a bootstrap is given as 'bootstrap'.");
            }
            return new FunctionCode.Bootstrap(folder.resolve(input.bootstrap()));
        }
        if (input.zip() == null && input.handler() == null) {
            throw new IllegalArgumentException("'zip' with 'handler' is missing, or 'bootstrap' in their place.");
        }
        return new FunctionCode.Java(
                folder.resolve(required("zip", input.zip())), required("handler", input.handler()));
    }

    private static Service.AsServer asServer(
            ServerInput input, @Nullable Map<String, @Nullable String> common, Path folder) throws BadInputException {
        return new Service.AsServer(
                command(input, folder).in(folder).withEnvironment(variables(common, input.environment())),
                new HealthCheck(input.health() == null ? HEALTH_DEFAULT : input.health()),
                threads(input.threads()));
    }

    private static OptionalInt threads(@Nullable Integer written) {
        if (written == null) {
            return OptionalInt.empty();
        }
        if (written < 1 || written > THREADS_MAX) {
            throw new IllegalArgumentException("'threads' takes 1 to " + THREADS_MAX + ", not " + written + ".");
        }
        return OptionalInt.of(written);
    }

    private static ServerCommand command(ServerInput input, Path folder) {
        if (input.jar() != null) {
            if (input.command() != null) {
                throw new IllegalArgumentException("'jar' excludes 'command'.");
            }
            Path jar = folder.resolve(input.jar());
            if (!Files.isRegularFile(jar)) {
                throw new IllegalArgumentException("'jar': there is no file " + jar + ".");
            }
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new ServerCommand(List.of(java, "-jar", jar.toString()));
        }
        if (input.command() == null) {
            throw new IllegalArgumentException("'command' is missing, or 'jar' in its place.");
        }
        return ServerCommand.parse(input.command());
    }

    /** Those of both ways, and the way's own, which hold where both name one. */
    private static Map<String, String> variables(
            @Nullable Map<String, @Nullable String> common, @Nullable Map<String, @Nullable String> own) {
        Map<String, String> variables = new HashMap<>();
        add(variables, common);
        add(variables, own);
        return variables;
    }

    private static void add(Map<String, String> variables, @Nullable Map<String, @Nullable String> more) {
        for (Map.Entry<String, @Nullable String> variable :
                (more == null ? Map.<String, @Nullable String>of() : more).entrySet()) {
            @Nullable String value = variable.getValue();
            if (value == null) {
                throw new IllegalArgumentException(
                        "'environment': '" + variable.getKey() + "' has no value; '' is an empty one.");
            }
            if (!VARIABLE.matcher(variable.getKey()).matches()) {
                throw new IllegalArgumentException("'environment': '" + variable.getKey()
                        + "' is no name of a variable; a letter, then letters, digits and underscores are.");
            }
            variables.put(variable.getKey(), value);
        }
    }

    private static List<Sample> samples(List<WrittenSample> written, Folder folder) throws BadInputException {
        requireSome("requests", written);
        List<Sample> samples = new ArrayList<>();
        for (WrittenSample each : written) {
            String place = "item " + (samples.size() + 1) + " of 'requests'";
            Sample sample = inside(place, () -> each.sample(folder));
            if (samples.stream().anyMatch(other -> other.route().equals(sample.route()))) {
                throw new BadInputException(
                        place + ": '" + sample.route() + "' is there already; each route is asked in one way.");
            }
            samples.add(sample);
        }
        return samples;
    }

    static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing.");
        }
        return value;
    }

    static void requireSome(String key, Collection<?> values) {
        if (values.isEmpty() || values.contains(null)) {
            throw new IllegalArgumentException("'" + key + "' is empty, or an item of it is.");
        }
    }
}
