package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.verdict.Budget;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a deployment may cost, or keep its callers waiting, or fail them. */
final class BudgetOption {

    @Option(
            names = "--budget",
            paramLabel = "BUDGET",
            description =
                    "The most that is accepted: total<=30, p50 p90 p99 p99.9 or max<=500ms, failed or cold<=0.1%%; for one"
                            + " deployment with its name and a colon before it. Where < means something to a shell, a"
                            + " colon does: total:30. May be given again.")
    private List<String> budgets = List.of();

    List<Budget> read(List<Deployment> deployments) throws BadInputException {
        List<String> names = deployments.stream().map(Deployment::name).toList();
        List<Budget> read = new ArrayList<>();
        for (String budget : budgets) {
            read.add(Budget.parse(budget, names));
        }
        return read;
    }
}
