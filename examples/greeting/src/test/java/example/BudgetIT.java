package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.measurement.Effort;
import dev.breakeven.comparison.measurement.Measuring;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.ServiceFile;
import dev.breakeven.comparison.verdict.Budget;
import dev.breakeven.comparison.verdict.Comparing;
import dev.breakeven.comparison.workload.WorkloadFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetIT {

    @Test
    void a_million_greetings_a_month_stay_within_their_budget() throws Exception {
        var service = ServiceFile.read("service.yaml", Path.of(""));
        var deployments = DeploymentFile.readAll(List.of("lambda-http-api", "pair.yaml"));
        var names = deployments.stream().map(Deployment::name).toList();
        var budgets = List.of(Budget.parse("lambda-http-api:total<=5", names), Budget.parse("pair:total<=40", names));

        // A day of it stands for the month.
        var day = WorkloadFile.read("steady:0.4/s", Duration.ofDays(1)).asking(service.mix());
        // Three starts and a second or two of calls of each kind; Effort.QUICK and FULL look longer.
        var effort = new Effort(3, 4, 1_000, Duration.ofSeconds(2), 10, Duration.ofMillis(500), Duration.ofMillis(1));
        var measured = new Measuring(service, effort, Progress.SILENT).measure();
        var comparison = new Comparing(measured, Terms.of(PriceLists.packaged().newest("us-east-1")), 1, 1, Progress.SILENT)
                .compare(day, deployments, budgets);

        for (var result : comparison.results()) {
            assertEquals(List.of(), comparison.missedBy(result), () -> result.bill().toString());
        }
    }
}
