package dev.breakeven.comparison.deployment;

import static dev.breakeven.comparison.deployment.Written.parsed;
import static dev.breakeven.comparison.deployment.Written.required;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.Nearest;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.measurement.Assumption;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads deployments: ours, each a YAML file with the source of every number beside it, and those in a file of the user's, which has
 * a document of the same form for each, with its name.
 */
public final class DeploymentFile {

    /** Every deployment there is; the table of contents of a comparison. */
    public static final List<String> NAMES = List.of(
            "lambda-rest-api",
            "lambda-http-api",
            "lambda-function-url",
            "lambda-alb",
            "lambda-managed-instances",
            "beanstalk",
            "beanstalk-cpu",
            "beanstalk-2018",
            "fargate",
            "ec2-single",
            "lightsail");

    private record Document(
            @Nullable String name,
            @Nullable FunctionsInput functions,
            @Nullable ServersInput servers,
            @Nullable Map<String, String> sources) {}

    private record FunctionsInput(
            @Nullable Integer memory,
            @Nullable String architecture,
            @Nullable String front,
            @Nullable String frontLatency,
            @Nullable Integer frontHeadBytes,
            @Nullable String start,
            @Nullable String restore,
            @Nullable String keepAlive,
            @Nullable Integer concurrency,
            @Nullable String timeout,
            @Nullable String functionTimeout) {}

    private record ServersInput(
            @Nullable WrittenHost host,
            @Nullable String front,
            @Nullable String frontLatency,
            @Nullable Integer frontHeadBytes,
            @Nullable Integer zones,
            @Nullable Scaling scaling) {}

    private record Scaling(
            @Nullable Integer instancesMin,
            @Nullable Integer instancesMax,
            @Nullable String trigger,
            @Nullable Integer step,
            @Nullable String cooldown,
            @Nullable String launch,
            @Nullable String drain,
            @Nullable String healthCheck) {}

    /**
     * What every deployment has.
     *
     * @param sourceDefault of the numbers that the document names no source for
     */
    private record Head(String name, Map<String, String> given, String sourceDefault) {

        Map<String, String> sources(Map<String, String> inputs) {
            Map<String, String> sources = new LinkedHashMap<>(given);
            inputs.keySet().forEach(key -> sources.putIfAbsent(key, sourceDefault));
            return sources;
        }
    }

    private DeploymentFile() {}

    /** Reads one of ours. */
    public static Deployment read(String name) throws BadInputException {
        if (!NAMES.contains(name)) {
            throw new BadInputException("There is no deployment '" + name + "'." + Nearest.question(name, NAMES)
                    + " There is " + String.join(", ", NAMES) + ".");
        }
        String file = name + ".yaml";
        Document document = YamlFile.parse(file, Folder.packaged("deployments").read(file), Document.class);
        return deployment(file, name, document, Assumption.NO_SOURCE);
    }

    /** Reads ours by their names and all in files of the user's; no two may have the same name. */
    public static List<Deployment> readAll(List<String> namesOrFiles) throws BadInputException {
        List<Deployment> all = new ArrayList<>();
        for (String nameOrFile : namesOrFiles) {
            List<Deployment> read = isFile(nameOrFile) ? readFile(Path.of(nameOrFile)) : List.of(read(nameOrFile));
            for (Deployment deployment : read) {
                if (all.stream().anyMatch(other -> other.name().equals(deployment.name()))) {
                    throw new BadInputException(
                            "Two deployments are called '" + deployment.name() + "'; each takes a name of its own.");
                }
                all.add(deployment);
            }
        }
        return all;
    }

    private static boolean isFile(String text) {
        try {
            return !NAMES.contains(text) && Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** Reads all in a file of the user's. */
    public static List<Deployment> readFile(Path file) throws BadInputException {
        List<Deployment> read = new ArrayList<>();
        for (Document document : YamlFile.readAll(file, Document.class)) {
            @Nullable String name = document.name();
            if (name == null || name.isBlank()) {
                throw new BadInputException(file + ": 'name' of deployment " + (read.size() + 1)
                        + " is missing, by which reports call it.");
            }
            read.add(deployment(file + ", " + name, name, document, "given in " + file));
        }
        return read;
    }

    private static Deployment deployment(String where, String name, Document document, String sourceDefault)
            throws BadInputException {
        try {
            Head head = new Head(name, document.sources() == null ? Map.of() : document.sources(), sourceDefault);
            @Nullable FunctionsInput functions = document.functions();
            @Nullable ServersInput servers = document.servers();
            if (functions != null && servers == null) {
                return functions(head, functions);
            }
            if (servers != null && functions == null) {
                return servers(head, servers);
            }
            throw new IllegalArgumentException("a deployment is either 'functions' or 'servers'.");
        } catch (IllegalArgumentException | ArithmeticException refused) {
            String message = String.valueOf(refused.getMessage());
            throw new BadInputException(where + ": " + message + (message.endsWith(".") ? "" : "."), refused);
        }
    }

    private static Deployment functions(Head head, FunctionsInput input) {
        Front front = parsed("front", input.front(), Front::parse);
        int headBytes = required("front-head-bytes", input.frontHeadBytes());
        int concurrency = required("concurrency", input.concurrency());
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("front", front + ", bodies up to " + front.bodyBytesMax() / 1024 + " KiB");
        Distribution frontLatency = times("front-latency", input.frontLatency(), inputs);
        inputs.put("front-head-bytes", headBytes + " B");
        FunctionStart start = start(input, inputs);
        Distribution keepAlive = times("keep-alive", input.keepAlive(), inputs);
        inputs.put("concurrency", concurrency + " environments");
        Duration timeout = duration("timeout", input.timeout(), inputs);
        return new Deployment.Functions(
                head.name(),
                required("memory", input.memory()),
                parsed("architecture", input.architecture(), Architecture::parse),
                front,
                frontLatency,
                headBytes,
                start,
                FunctionScaling.onDemand(keepAlive, concurrency),
                timeout,
                functionTimeout(input, timeout, inputs),
                CpuLaw.LAMBDA,
                inputs,
                head.sources(inputs));
    }

    /** As long as the front waits, unless it is given. */
    private static Duration functionTimeout(FunctionsInput input, Duration front, Map<String, String> inputs) {
        return input.functionTimeout() == null ? front : duration("function-timeout", input.functionTimeout(), inputs);
    }

    private static FunctionStart start(FunctionsInput input, Map<String, String> inputs) {
        String start = input.start() == null ? "init" : input.start();
        if (start.equals("snapstart")) {
            Distribution restore = parsed("restore", input.restore(), DistributionFormat::ofTimes);
            inputs.put("restore", input.restore() + ", all of it billed");
            return new FunctionStart.SnapStart(restore);
        }
        if (!start.equals("init")) {
            throw new IllegalArgumentException("'start' is init or snapstart, not '" + start + "'.");
        }
        if (input.restore() != null) {
            throw new IllegalArgumentException("'restore' goes with 'start: snapstart'.");
        }
        return new FunctionStart.Init();
    }

    private static Deployment servers(Head head, ServersInput input) throws BadInputException {
        WrittenHost.Read host = required("host", input.host()).read();
        Map<String, String> inputs = new LinkedHashMap<>(host.inputs());
        Front front = input.front() == null ? Front.NONE : parsed("front", input.front(), Front::parse);
        if (host.hosting().runsFunctions()) {
            inputs.put("front", front + ", bodies up to " + front.bodyBytesMax() / 1024 + " KiB");
        }
        Distribution frontLatency = input.frontLatency() == null && front == Front.NONE
                ? new Distribution.Fixed(0)
                : times("front-latency", input.frontLatency(), inputs);
        int headBytes = input.frontHeadBytes() == null ? 0 : input.frontHeadBytes();
        if (input.frontHeadBytes() != null) {
            inputs.put("front-head-bytes", headBytes + " B");
        }
        boolean balanced = front == Front.ALB || front == Front.CLASSIC;
        ServerGroup group = input.scaling() == null
                ? ServerGroup.single(host.host())
                : scaled(host.host(), balancing(host.hosting(), front), input.scaling(), inputs);
        return new Deployment.Servers(
                head.name(),
                host.hosting(),
                group,
                front,
                balanced ? required("zones", input.zones()) : 0,
                frontLatency,
                headBytes,
                inputs,
                head.sources(inputs));
    }

    private static ServerGroup.Balancing balancing(Hosting hosting, Front front) {
        if (hosting.runsFunctions()) {
            return ServerGroup.Balancing.LAMBDA;
        }
        return front == Front.CLASSIC ? ServerGroup.Balancing.CLASSIC : ServerGroup.Balancing.ROUND_ROBIN;
    }

    private static ServerGroup scaled(
            ServerGroup.Host host, ServerGroup.Balancing balancing, Scaling scaling, Map<String, String> inputs) {
        int least = required("instances-min", scaling.instancesMin());
        int most = required("instances-max", scaling.instancesMax());
        inputs.put("instances", least + " to " + most);
        ScalingPolicy policy = policy(scaling, inputs);
        ServerGroup group = new ServerGroup(
                host,
                balancing,
                least,
                least,
                most,
                policy,
                times("launch", scaling.launch(), inputs),
                duration("drain", scaling.drain(), inputs));
        if (scaling.healthCheck() == null) {
            return group;
        }
        inputs.put("health-check", scaling.healthCheck());
        return group.withHealthChecks(parsed("health-check", scaling.healthCheck(), HealthChecks::parse));
    }

    /** Target tracking has neither steps nor a cooldown. */
    private static ScalingPolicy policy(Scaling scaling, Map<String, String> inputs) {
        String trigger = required("trigger", scaling.trigger());
        int step = scaling.step() == null ? 1 : scaling.step();
        Duration cooldown = scaling.cooldown() == null
                ? Duration.ZERO
                : parsed("cooldown", scaling.cooldown(), DurationFormat::parse);
        ScalingPolicy policy = parsed("trigger", trigger, text -> ScalingPolicyFormat.parse(text, step, cooldown));
        switch (policy) {
            case ScalingPolicy.None none -> inputs.put("trigger", trigger);
            case ScalingPolicy.Alarms alarms -> {
                required("step", scaling.step());
                required("cooldown", scaling.cooldown());
                inputs.put(
                        "trigger",
                        trigger + ", a third of it to take out, " + step + " at a time, cooldown "
                                + scaling.cooldown());
            }
            case ScalingPolicy.TargetTracking tracking -> {
                if (scaling.step() != null || scaling.cooldown() != null) {
                    throw new IllegalArgumentException(
                            "'step' and 'cooldown' go with alarms, not with " + trigger + ".");
                }
                inputs.put("trigger", trigger);
            }
        }
        return policy;
    }

    private static Distribution times(String key, @Nullable String text, Map<String, String> inputs) {
        Distribution distribution = parsed(key, text, DistributionFormat::ofTimes);
        inputs.put(key, String.valueOf(text));
        return distribution;
    }

    private static Duration duration(String key, @Nullable String text, Map<String, String> inputs) {
        Duration duration = parsed(key, text, DurationFormat::parse);
        inputs.put(key, String.valueOf(text));
        return duration;
    }
}
