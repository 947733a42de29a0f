package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.usage.Demand;
import dev.breakeven.comparison.usage.UsageItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a month costs by the number of its requests: a line that bends where a tier or something free ends, jumps where a fleet
 * grows, and never falls.
 */
public final class CostCurve {

    /**
     * The curve at one number of requests.
     *
     * @param dollars exact
     * @param piece equal for two points if the curve is straight between them
     */
    record Point(long requests, BigDecimal dollars, List<Object> piece) {}

    private final String name;
    private final Demand demand;
    private final Billing billing;

    /** @param name what to call it in a verdict */
    public CostCurve(String name, Demand demand, Billing billing) {
        this.name = name;
        this.demand = demand;
        this.billing = billing;
    }

    /** Of a run over some time, whose requests go on causing what they caused. */
    static CostCurve of(String name, Outcome outcome, Duration over, Terms terms) {
        List<UsageItem> usage = outcome.consumption().month(over, terms.hoursPerMonth()).stream()
                .map(used -> new UsageItem(used, terms.freeTier()))
                .toList();
        BigDecimal requests = Consumption.inMonth(outcome.requests(), over, terms.hoursPerMonth());
        return new CostCurve(name, new Demand(usage, requests), new Billing(terms));
    }

    public String name() {
        return name;
    }

    public Bill bill(long requests) {
        return billing.bill(usage(requests));
    }

    List<UsageItem> usage(long requests) {
        return demand.at(BigDecimal.valueOf(requests));
    }

    /**
     * Quantities only grow with the requests, so that between two bills with the same lines, tier by tier, no tier begins and
     * nothing free ends.
     */
    Point at(long requests) {
        Bill bill = bill(requests);
        List<Object> piece = Stream.<Object>concat(
                        bill.lines().stream().flatMap(line -> Stream.of(line.name(), line.unitPrice())),
                        demand.fleets(BigDecimal.valueOf(requests)).stream())
                .toList();
        return new Point(requests, bill.exact(), piece);
    }
}
