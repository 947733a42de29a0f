package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Suited;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.report.BreakEvenReport;
import dev.breakeven.comparison.report.KnobBreakEvenReport;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.verdict.Comparing;
import dev.breakeven.comparison.verdict.CostCrossings;
import dev.breakeven.comparison.verdict.CostCurve;
import dev.breakeven.comparison.verdict.Knob;
import dev.breakeven.comparison.verdict.KnobCrossings;
import dev.breakeven.comparison.verdict.Question;
import dev.breakeven.comparison.verdict.Trial;
import dev.breakeven.comparison.verdict.Typical;
import dev.breakeven.comparison.workload.Workload;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds every number of requests, or value of what else may change, at which the cheaper one of two changes. */
@Command(
        name = "break-even",
        description =
                "Find where the cheaper one of two changes: usage files as for 'bill', or deployments by name, which"
                        + " are measured and simulated first.",
        mixinStandardHelpOptions = true)
final class BreakEvenCommand implements Callable<Integer> {

    private static final String REQUESTS = "requests";

    private static final List<String> TERMS_OF_DEPLOYMENTS =
            List.of("--service", "--region", "--prices", "--free-tier", "--hours-per-month");

    @Parameters(index = "0", paramLabel = "A", description = "A usage file, or the name of a deployment.")
    private String one = "";

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private String other = "";

    @Option(
            names = "--over",
            paramLabel = "requests|wait|duration|payload|burstiness",
            description =
                    "What grows (default: ${DEFAULT-VALUE}): the requests of a month; or, of two deployments, time"
                            + " without CPU in each request (up to 10 s more), its CPU time (1/64 to 64 times), its payload (the"
                            + " same), or how closely the requests of each hour come (within 1/360 of it at the most).",
            defaultValue = REQUESTS)
    private String over = "";

    @Option(
            names = "--up-to",
            paramLabel = "REQUESTS",
            description = "How many requests a month to look at (default: ${DEFAULT-VALUE}).",
            defaultValue = "100000000000")
    private long requestsMax;

    @Option(
            names = "--deployments",
            paramLabel = "FILE",
            description = "Deployments of yours, which A and B may name as well as ours.")
    private @Nullable String ownDeployments;

    @Mixin
    private final CrowdOptions crowd = new CrowdOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        json.check();
        if (!over.equals(REQUESTS)) {
            return overKnob(Knob.named(over)
                    .filter(KnobCrossings::isOver)
                    .orElseThrow(() -> new BadInputException(
                            "--over takes requests, wait, duration, payload or burstiness, not '" + over + "'.")));
        }
        if (requestsMax < 1 || requestsMax > 1_000_000_000_000_000L) {
            throw new BadInputException("--up-to takes 1 to 1000000000000000 requests, not " + requestsMax + ".");
        }
        List<CostCurve> curves = curves();
        List<CostCrossings.Range> ranges = CostCrossings.ranges(curves.get(0), curves.get(1), requestsMax);
        BreakEvenReport report = new BreakEvenReport(curves.get(0), curves.get(1), ranges, requestsMax);
        return json.write(report.json(), report.text());
    }

    /** By simulation, since a bill does not say what else would change. */
    private int overKnob(Knob knob) throws Exception {
        if (hasOption("--up-to")) {
            throw new BadInputException("--up-to is for --over requests.");
        }
        List<Deployment> own = own();
        List<Deployment> pair = new ArrayList<>();
        for (String name : List.of(one, other)) {
            Optional<Deployment> found = named(name, own);
            pair.add(found.isPresent() ? found.get() : DeploymentFile.read(name));
        }
        Workload calls = crowd.workload();
        Service run = crowd.askedBy(calls);
        Trial trial = new Trial(terms.read(), seed.value());
        KnobBreakEvenReport report = TerminalProgress.watch(progress -> {
            Measurements measurements = crowd.measure(run, progress);
            Question first = new Question(calls, Suited.runBy(run, pair.getFirst()), measurements);
            Question second = new Question(calls, Suited.runBy(run, pair.getLast()), measurements);
            PrintWriter err = requireNonNull(spec).commandLine().getErr();
            PatientProgress patient = new PatientProgress(progress, err, "a smaller workload takes less.");
            List<KnobCrossings.Range> ranges = new KnobCrossings(knob, first, second, trial).ranges(patient);
            return new KnobBreakEvenReport(knob, one, other, ranges, Typical.of(first, seed.value()));
        });
        return json.write(report.json(), report.text());
    }

    private List<Deployment> own() throws BadInputException {
        return ownDeployments == null ? List.of() : DeploymentFile.readFile(Path.of(ownDeployments));
    }

    private static Optional<Deployment> named(String name, List<Deployment> own) {
        return own.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Files are read before deployments are measured, which takes most of a minute. */
    private List<CostCurve> curves() throws Exception {
        Map<String, CostCurve> curves = new HashMap<>();
        List<Deployment> deployments = new ArrayList<>();
        List<Deployment> own = own();
        for (String name : List.of(one, other)) {
            Optional<Deployment> found = named(name, own);
            if (found.isPresent()) {
                deployments.add(found.get());
            } else if (DeploymentFile.NAMES.contains(name)) {
                deployments.add(DeploymentFile.read(name));
            } else {
                curves.put(name, ofFile(name));
            }
        }
        if (deployments.isEmpty()) {
            refuseTermsOfDeployments();
        } else {
            curves.putAll(ofDeployments(deployments));
        }
        return Stream.of(one, other)
                .map(name -> requireNonNull(curves.get(name)))
                .toList();
    }

    private Map<String, CostCurve> ofDeployments(List<Deployment> deployments) throws Exception {
        Workload calls = crowd.workload();
        Service run = crowd.askedBy(calls);
        Suited suited = Suited.to(run, deployments);
        if (!suited.notes().isEmpty()) {
            throw new BadInputException(
                    String.join(" ", suited.notes()) + " Both are needed; 'compare' shows one on its own.");
        }
        Terms billed = terms.read();
        return TerminalProgress.watch(progress -> {
            Measurements measurements = crowd.measure(run, progress);
            PrintWriter err = requireNonNull(spec).commandLine().getErr();
            PatientProgress patient = new PatientProgress(progress, err, "a smaller workload takes less.");
            return new Comparing(measurements, billed, seed.value(), 1, patient)
                    .curves(calls, deployments).stream()
                            .collect(Collectors.toMap(CostCurve::name, Function.identity(), (a, b) -> a));
        });
    }

    private CostCurve ofFile(String name) throws BadInputException {
        BilledFile billed = BilledFile.read(Path.of(name), terms.discounts());
        return new CostCurve(name, billed.demand(), billed.billing());
    }

    private void refuseTermsOfDeployments() throws BadInputException {
        for (String option : TERMS_OF_DEPLOYMENTS) {
            if (hasOption(option)) {
                throw new BadInputException(
                        option + " is for deployments; a usage file says itself what it is billed with.");
            }
        }
    }

    private boolean hasOption(String option) {
        return requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option);
    }
}
