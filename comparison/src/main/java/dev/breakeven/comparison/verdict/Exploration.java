package dev.breakeven.comparison.verdict;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Change;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.usage.UsageItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each deployment costs with dials turned and other numbers of requests. One dial's effect is simulated; that of several at once
 * is taken to be the product of theirs, quantity by quantity.
 *
 * @param deployments in the order in which they were compared
 */
public record Exploration(List<Dial> dials, List<Costs> deployments) {

    public Exploration {
        dials = List.copyOf(dials);
        deployments = List.copyOf(deployments);
    }

    /** One deployment's. */
    public static final class Costs {

        private final Deployment deployment;
        private final CostCurve curve;
        private final CostCurve untouched;
        private final List<List<CostCurve>> turned;
        private final Billing billing;

        /** By the number of requests, dial by dial and stop by stop. */
        private final Map<Long, List<List<Optional<Change>>>> changes = new ConcurrentHashMap<>();

        /**
         * Costs.
         *
         * @param curve as it is
         * @param untouched of the part of the workload that the others are of
         * @param turned by dial and by stop; a dial that makes no difference has no stops
         */
        Costs(
                Deployment deployment,
                CostCurve curve,
                CostCurve untouched,
                List<List<CostCurve>> turned,
                Billing billing) {
            this.deployment = deployment;
            this.curve = curve;
            this.untouched = untouched;
            this.turned = turned;
            this.billing = billing;
        }

        public Deployment deployment() {
            return deployment;
        }

        /** As it is, by the number of requests. */
        public CostCurve curve() {
            return curve;
        }

        /** Whether a dial makes a difference. */
        public boolean isTurnedBy(int dial) {
            return !turned.get(dial).isEmpty();
        }

        /**
         * The bill of a month.
         *
         * @param stops one for each dial
         */
        public Bill bill(long requests, List<Integer> stops) {
            List<List<Optional<Change>>> all = changes.computeIfAbsent(requests, this::changes);
            List<Change> made = new ArrayList<>();
            for (int dial = 0; dial < turned.size(); dial++) {
                if (isTurnedBy(dial)) {
                    all.get(dial).get(stops.get(dial)).ifPresent(made::add);
                }
            }
            return billing.bill(curve.usage(requests), made);
        }

        private List<List<Optional<Change>>> changes(long requests) {
            List<UsageItem> before = untouched.usage(requests);
            return turned.stream()
                    .map(stops -> stops.stream()
                            .map(at -> at == untouched
                                    ? Optional.<Change>empty()
                                    : Optional.of(billing.change(before, at.usage(requests))))
                            .toList())
                    .toList();
        }
    }
}
