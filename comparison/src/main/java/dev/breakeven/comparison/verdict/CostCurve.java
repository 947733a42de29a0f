package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.usage.Demand;
import java.math.BigDecimal;
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

    public String name() {
        return name;
    }

    public Bill bill(long requests) {
        return billing.bill(demand.at(BigDecimal.valueOf(requests)));
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
