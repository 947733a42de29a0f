package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Suited;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.live.Inquiry;
import dev.breakeven.comparison.live.LiveServer;
import dev.breakeven.comparison.live.Offer;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.page.InquiryForm;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the comparison as a page: whoever has its address picks a workload, deployments and a region, and sees what comes of it. */
@Command(
        name = "serve",
        description = "Serve the report as a page on which to pick workload, deployments and region.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** What the page asks for, or what is no question. */
    private static final Set<String> NOT_FIXED =
            Set.of("--host", "--port", "--workload", "--deployments", "--region", "--seed");

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Where it listens; 0.0.0.0 lets others in as well (default: ${DEFAULT-VALUE}).",
            defaultValue = "127.0.0.1")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Where it listens; 0 is any port that is free (default: ${DEFAULT-VALUE}).",
            defaultValue = "8090")
    private int port;

    @Option(
            names = "--deployments",
            split = ",",
            paramLabel = "NAME|FILE",
            description = "Chosen at first; those in files are offered beside ours (default: ${DEFAULT-VALUE}).",
            defaultValue = "lambda-rest-api,ec2-single")
    private List<String> deployments = List.of();

    @Mixin
    private final CrowdOptions crowd = new CrowdOptions();

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, Deployment> deploymentsByName = new LinkedHashMap<>();
    private final Map<String, String> fileByDeployment = new HashMap<>();

    /** Taken with the first inquiry, and the same for all. */
    private @Nullable Measurements measured;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new BadInputException("--port takes 0 to 65535, not " + port + ".");
        }
        Service run = crowd.askedBy(crowd.workload());
        terms.read();
        List<Deployment> chosen = DeploymentFile.readAll(deployments);
        for (String ours : DeploymentFile.NAMES) {
            deploymentsByName.put(ours, DeploymentFile.read(ours));
        }
        chosen.forEach(deployment -> deploymentsByName.put(deployment.name(), deployment));
        for (String given : deployments) {
            DeploymentFile.readAll(List.of(given)).forEach(read -> fileByDeployment.put(read.name(), given));
        }
        List<String> workloads = new ArrayList<>(WorkloadFile.NAMES);
        if (!workloads.contains(crowd.workloadName())) {
            workloads.addFirst(crowd.workloadName());
        }
        Inquiry usual = new Inquiry(
                crowd.workloadName(), chosen.stream().map(Deployment::name).toList(), terms.region(), seed.value());
        Offer offer = new Offer(
                run.name(),
                workloads,
                List.copyOf(deploymentsByName.keySet()),
                Home.priceLists().regions(),
                usual);
        LiveServer server = LiveServer.start(host, port, offer, this::answer);
        return Foreground.serve(server.uri(), requireNonNull(spec).commandLine().getOut(), server::close);
    }

    private byte[] answer(Inquiry asked, InquiryForm form, Progress progress) throws Exception {
        Workload read = crowd.workload(asked.workload());
        Service run = crowd.askedBy(read);
        List<Deployment> hosts = asked.deployments().stream()
                .map(name -> requireNonNull(deploymentsByName.get(name)))
                .toList();
        Suited suited = Suited.to(run, hosts);
        Terms billed = terms.read(asked.region());
        if (measured == null) {
            measured = crowd.measure(run, progress);
        }
        Explored explored = Explored.of(
                measured,
                read.noting(suited.notes()),
                suited.deployments(),
                List.of(),
                billed,
                asked.seed(),
                1,
                progress);
        return explored.report()
                .live(ShellCommand.of("compare", options(asked)), Version.of(requireNonNull(spec)), form);
    }

    /** Those of the inquiry, and those that hold for all of them. */
    private List<String> options(Inquiry asked) {
        Stream<String> fixed = requireNonNull(spec).commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> NOT_FIXED.stream().noneMatch(List.of(option.names())::contains))
                .flatMap(ServeCommand::given);
        return Stream.concat(asked.options(name -> fileByDeployment.getOrDefault(name, name)).stream(), fixed)
                .toList();
    }

    private static Stream<String> given(OptionSpec option) {
        return option.originalStringValues().stream().flatMap(value -> Stream.of(option.longestName(), value));
    }
}
