package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.comparison.quantity.DurationFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the deployments that we ship, each a YAML file with the source of every number beside it. */
public final class DeploymentFile {

    /** Every deployment there is; the table of contents of a comparison. */
    public static final List<String> NAMES = List.of("lambda-rest-api", "ec2-single");

    private record Document(
            @Nullable FunctionsInput functions,
            @Nullable ServerInput server,
            @Nullable Map<String, String> sources) {}

    private record FunctionsInput(
            int memory,
            String architecture,
            String frontLatency,
            int frontHeadBytes,
            String keepAlive,
            int concurrency,
            String timeout) {}

    private record ServerInput(String instanceType, int vcpus, int diskGigabytes, double baselinePerVcpu) {}

    private DeploymentFile() {}

    public static Deployment read(String name) throws BadInputException {
        if (!NAMES.contains(name)) {
            throw new BadInputException(
                    "There is no deployment '" + name + "'; there is " + String.join(" and ", NAMES) + ".");
        }
        String file = name + ".yaml";
        Document document = YamlFile.parse(file, Folder.packaged("deployments").read(file), Document.class);
        try {
            return deployment(name, document);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(file + ": " + refused.getMessage(), refused);
        }
    }

    private static Deployment deployment(String name, Document document) {
        Map<String, String> sources = document.sources() == null ? Map.of() : document.sources();
        if (document.functions() != null && document.server() == null) {
            return functions(name, document.functions(), sources);
        }
        if (document.server() != null && document.functions() == null) {
            return server(name, document.server(), sources);
        }
        throw new IllegalArgumentException("a deployment is either 'functions' or a 'server'.");
    }

    private static Deployment functions(String name, FunctionsInput input, Map<String, String> sources) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("front-latency", input.frontLatency());
        inputs.put("front-head-bytes", input.frontHeadBytes() + " B");
        inputs.put("keep-alive", input.keepAlive());
        inputs.put("concurrency", input.concurrency() + " environments");
        inputs.put("timeout", input.timeout());
        return new Deployment.Functions(
                name,
                input.memory(),
                Architecture.parse(input.architecture()),
                Front.REST,
                DistributionFormat.ofTimes(input.frontLatency()),
                input.frontHeadBytes(),
                FunctionScaling.onDemand(DistributionFormat.ofTimes(input.keepAlive()), input.concurrency()),
                DurationFormat.parse(input.timeout()),
                inputs,
                sources);
    }

    private static Deployment server(String name, ServerInput input, Map<String, String> sources) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("vcpus", input.vcpus() + " of " + input.instanceType());
        inputs.put("baseline-per-vcpu", Math.round(100 * input.baselinePerVcpu()) + " % of a vCPU");
        return new Deployment.SingleServer(
                name,
                input.instanceType(),
                input.vcpus(),
                input.diskGigabytes(),
                input.baselinePerVcpu(),
                inputs,
                sources);
    }
}
