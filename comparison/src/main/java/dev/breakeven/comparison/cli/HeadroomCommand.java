package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Suited;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.report.HeadroomReport;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.verdict.Budget;
import dev.breakeven.comparison.verdict.Comparing;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.workload.Workload;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the largest multiple of a crowd that each deployment holds. */
@Command(
        name = "headroom",
        description = "Find how many times a crowd each deployment holds within the budgets, and what gives way first.",
        mixinStandardHelpOptions = true)
final class HeadroomCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DEPLOYMENT", description = "One of ours, or a file of yours.")
    private List<String> deployments = List.of();

    @Mixin
    private final CrowdOptions crowd = new CrowdOptions();

    @Mixin
    private final BudgetOption budget = new BudgetOption();

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        json.check();
        Workload read = crowd.workload();
        List<Deployment> asked = DeploymentFile.readAll(deployments);
        List<Budget> budgets = budget.read(asked);
        for (Budget each : budgets) {
            if (!each.isOfService()) {
                throw new BadInputException("--budget '" + each.written()
                        + "': headroom is about what callers notice, not about costs; 'compare' takes a total.");
            }
        }
        Terms billed = terms.read();
        Service run = crowd.askedBy(read);
        Suited suited = Suited.to(run, asked);
        Workload calls = read.noting(suited.notes());

        Comparison comparison = TerminalProgress.watch(progress -> {
            Measurements measurements = crowd.measure(run, progress);
            PrintWriter err = requireNonNull(spec).commandLine().getErr();
            PatientProgress patient = new PatientProgress(progress, err, "a smaller workload takes less.");
            return new Comparing(measurements, billed, seed.value(), 1, patient)
                    .headroom(calls, suited.deployments(), budgets);
        });
        HeadroomReport report = new HeadroomReport(comparison);
        int written = json.write(report.json(), report.text());
        return comparison.meetsBudgets() ? written : ExitStatus.FAILED.code();
    }
}
