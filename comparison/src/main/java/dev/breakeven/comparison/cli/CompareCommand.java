package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Suited;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.report.Ink;
import dev.breakeven.comparison.report.JsonReport;
import dev.breakeven.comparison.report.TerminalReport;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.verdict.Budget;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.workload.Workload;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the service both ways, replays a workload on each deployment, and says what each costs. */
@Command(
        name = "compare",
        description = "Run the service both ways, replay a month of traffic on each way of hosting it, and compare.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final int SEEDS_MAX = 1_000;

    @Option(
            names = "--deployments",
            split = ",",
            paramLabel = "NAME|FILE",
            description = "What to compare, of ours or in files of yours (default: ${DEFAULT-VALUE}).",
            defaultValue = "lambda-rest-api,ec2-single")
    private List<String> deployments = List.of();

    @Mixin
    private final CrowdOptions crowd = new CrowdOptions();

    @Mixin
    private final BudgetOption budget = new BudgetOption();

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Runs that differ in their seed, for 95 %% intervals (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int seeds;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        json.check();
        reports.check();
        if (seeds < 1 || seeds > SEEDS_MAX) {
            throw new BadInputException("--seeds takes 1 to " + SEEDS_MAX + ", not " + seeds + ".");
        }
        Workload read = crowd.workload();
        List<Deployment> asked = DeploymentFile.readAll(deployments);
        List<Budget> budgets = budget.read(asked);
        Terms billed = terms.read();
        Service run = crowd.askedBy(read);
        Suited suited = Suited.to(run, asked);
        Workload calls = read.noting(suited.notes());

        Explored explored = TerminalProgress.watch(progress -> Explored.of(
                crowd.measure(run, progress),
                calls,
                suited.deployments(),
                budgets,
                billed,
                seed.value(),
                seeds,
                patient(progress, calls, suited.deployments().size())));
        Comparison comparison = explored.comparison();
        reports.write(comparison, explored.report().page(commandLine(), Version.of(requireNonNull(spec))));
        int written = json.write(
                JsonReport.of(comparison), TerminalReport.of(comparison, explored.busiest(), ink()) + reports.line());
        return comparison.meetsBudgets() ? written : ExitStatus.FAILED.code();
    }

    /** As it was given, for a shell. */
    private String commandLine() {
        return ShellCommand.of(
                "compare", requireNonNull(spec).commandLine().getParseResult().originalArgs());
    }

    /** The launcher knows whether somebody looks, and what NO_COLOR says. */
    private static Ink ink() {
        return Boolean.getBoolean("breakeven.colour") ? Ink.TERMINAL : Ink.PLAIN;
    }

    /** Says how long it takes, if that is long. */
    private Progress patient(Progress progress, Workload calls, int deployments) {
        String size = String.format(
                Locale.ROOT,
                "about %,.0f requests on each of %d deployments%s; a smaller workload takes less.",
                calls.expectedRequests(),
                deployments,
                seeds == 1 ? "" : ", with each of " + seeds + " seeds");
        PrintWriter err = requireNonNull(spec).commandLine().getErr();
        return new PatientProgress(progress, err, size);
    }
}
