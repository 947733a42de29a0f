package dev.breakeven.comparison.scenario;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.simulation.Checked;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A crowd that comes to a service on several deployments.
 *
 * @param story what happens, for the report
 */
record Scenario(String story, Measurements service, Workload workload, List<Deployment> deployments) {

    private static final String REGION = "us-east-1";
    private static final String PRICES = "2026-09-30";
    private static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);
    private static final long SEED = 1;

    /** How one deployment fared, and the bill of a month that goes on like this. */
    record Ending(Deployment deployment, Outcome outcome, Bill bill) {}

    List<Ending> endings() throws BadInputException {
        Terms terms = new Terms(PriceLists.packaged().of(REGION, PRICES), FreeTier.NONE, HOURS_PER_MONTH, List.of());
        Billing billing = new Billing(terms);
        List<Ending> endings = new ArrayList<>();
        for (Deployment deployment : deployments) {
            Outcome outcome = Checked.run(workload, deployment, service, SEED);
            Bill bill = billing.month(outcome.consumption().month(workload.duration(), HOURS_PER_MONTH));
            endings.add(new Ending(deployment, outcome, bill));
        }
        return endings;
    }
}
