package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.simulation.Simulation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** One run and its bill, on the same terms and with the same seed whatever is asked. */
public record Trial(Terms terms, long seed) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /**
     * What came of it.
     *
     * @param dollarsPerMillion of requests, exact amounts divided by what a month has of them
     */
    public record Result(Outcome outcome, Bill bill, BigDecimal dollarsPerMillion) {

        public boolean holds() {
            return Trial.holds(outcome.failures(), outcome.requests());
        }
    }

    /** One request in so many may fail. */
    static final int ONE_FAILURE_IN = 1_000;

    /** Whether callers are served: at most one in a thousand requests fails. */
    static boolean holds(long failures, long requests) {
        return ONE_FAILURE_IN * failures <= requests;
    }

    Result run(Question question, Progress progress) {
        Outcome outcome = Simulation.run(
                question.workload(),
                question.deployment(),
                question.measured().inTheCloud(),
                terms.prices().rules(),
                seed,
                progress);
        Duration over = question.workload().duration();
        Bill bill = new Billing(terms).month(outcome.consumption().month(over, terms.hoursPerMonth()));
        BigDecimal inMonth = Consumption.inMonth(Math.max(1, outcome.requests()), over, terms.hoursPerMonth());
        return new Result(outcome, bill, bill.exact().multiply(MILLION).divide(inMonth, MathContext.DECIMAL64));
    }
}
