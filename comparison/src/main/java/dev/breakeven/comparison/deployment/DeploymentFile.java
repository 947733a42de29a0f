package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.Nearest;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.comparison.quantity.DurationFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the deployments that we ship, each a YAML file with the source of every number beside it. */
public final class DeploymentFile {

    /** Every deployment there is; the table of contents of a comparison. */
    public static final List<String> NAMES = List.of(
            "lambda-rest-api",
            "lambda-http-api",
            "lambda-function-url",
            "lambda-alb",
            "beanstalk",
            "beanstalk-cpu",
            "ec2-single");

    private record Document(
            @Nullable FunctionsInput functions,
            @Nullable ServersInput servers,
            @Nullable Map<String, String> sources) {}

    private record FunctionsInput(
            int memory,
            String architecture,
            Front front,
            String frontLatency,
            int frontHeadBytes,
            String keepAlive,
            int concurrency,
            String timeout,
            String functionTimeout) {}

    private record ServersInput(
            String instanceType,
            int vcpus,
            int diskGigabytes,
            String credits,
            @Nullable String front,
            int zones,
            @Nullable String frontLatency,
            @Nullable Scaling scaling) {}

    private record Scaling(
            int instancesMin,
            int instancesMax,
            String trigger,
            int step,
            String cooldown,
            String launch,
            String drain,
            @Nullable String healthCheck) {}

    private DeploymentFile() {}

    public static Deployment read(String name) throws BadInputException {
        if (!NAMES.contains(name)) {
            throw new BadInputException("There is no deployment '" + name + "'." + Nearest.question(name, NAMES)
                    + " There is " + String.join(", ", NAMES) + ".");
        }
        String file = name + ".yaml";
        Document document = YamlFile.parse(file, Folder.packaged("deployments").read(file), Document.class);
        try {
            return deployment(name, document);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(file + ": " + refused.getMessage(), refused);
        }
    }

    private static Deployment deployment(String name, Document document) throws BadInputException {
        Map<String, String> sources = document.sources() == null ? Map.of() : document.sources();
        if (document.functions() != null && document.servers() == null) {
            return functions(name, document.functions(), sources);
        }
        if (document.servers() != null && document.functions() == null) {
            return servers(name, document.servers(), sources);
        }
        throw new IllegalArgumentException("a deployment is either 'functions' or 'servers'.");
    }

    private static Deployment functions(String name, FunctionsInput input, Map<String, String> sources) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("front", input.front() + ", bodies up to " + input.front().bodyBytesMax() / 1024 + " KiB");
        inputs.put("front-latency", input.frontLatency());
        inputs.put("front-head-bytes", input.frontHeadBytes() + " B");
        inputs.put("keep-alive", input.keepAlive());
        inputs.put("concurrency", input.concurrency() + " environments");
        inputs.put("timeout", input.timeout());
        inputs.put("function-timeout", input.functionTimeout());
        return new Deployment.Functions(
                name,
                input.memory(),
                Architecture.parse(input.architecture()),
                input.front(),
                DistributionFormat.ofTimes(input.frontLatency()),
                input.frontHeadBytes(),
                FunctionScaling.onDemand(DistributionFormat.ofTimes(input.keepAlive()), input.concurrency()),
                DurationFormat.parse(input.timeout()),
                DurationFormat.parse(input.functionTimeout()),
                inputs,
                sources);
    }

    private static Deployment servers(String name, ServersInput input, Map<String, String> sources)
            throws BadInputException {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("vcpus", input.vcpus() + " of " + input.instanceType());
        inputs.put("credits", input.credits());
        ServerFront front = input.front() == null ? ServerFront.NONE : ServerFront.valueOf(input.front());
        Distribution frontLatency = new Distribution.Fixed(0);
        if (input.frontLatency() != null) {
            inputs.put("front-latency", input.frontLatency());
            frontLatency = DistributionFormat.ofTimes(input.frontLatency());
        }
        ServerGroup.Host host = new ServerGroup.Host(
                input.vcpus(),
                ServerGroup.Discipline.PS,
                ServerGroup.UNLIMITED,
                ServerGroup.UNLIMITED,
                null,
                input.credits().equals("none") ? null : CreditFormat.parse(input.credits()));
        ServerGroup group =
                input.scaling() == null ? ServerGroup.single(host) : scaled(host, front, input.scaling(), inputs);
        return new Deployment.Servers(
                name,
                input.instanceType(),
                input.diskGigabytes(),
                group,
                front,
                input.zones(),
                frontLatency,
                inputs,
                sources);
    }

    private static ServerGroup scaled(
            ServerGroup.Host host, ServerFront front, Scaling scaling, Map<String, String> inputs) {
        inputs.put("instances", scaling.instancesMin() + " to " + scaling.instancesMax());
        inputs.put(
                "trigger",
                scaling.trigger() + ", a third of it to take out, " + scaling.step() + " at a time, cooldown "
                        + scaling.cooldown());
        inputs.put("launch", scaling.launch());
        inputs.put("drain", scaling.drain());
        ServerGroup group = new ServerGroup(
                host,
                front == ServerFront.CLASSIC ? ServerGroup.Balancing.CLASSIC : ServerGroup.Balancing.ROUND_ROBIN,
                scaling.instancesMin(),
                scaling.instancesMin(),
                scaling.instancesMax(),
                ScalingPolicyFormat.parse(scaling.trigger(), scaling.step(), DurationFormat.parse(scaling.cooldown())),
                DistributionFormat.ofTimes(scaling.launch()),
                DurationFormat.parse(scaling.drain()));
        if (scaling.healthCheck() == null) {
            return group;
        }
        inputs.put("health-check", scaling.healthCheck());
        return group.withHealthChecks(HealthChecks.parse(scaling.healthCheck()));
    }
}
