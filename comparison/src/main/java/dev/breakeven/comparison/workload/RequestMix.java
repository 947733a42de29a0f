package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.quantity.Distribution;
import java.util.List;

/** What is asked for: each kind of request, as often as its weight says. */
public record RequestMix(List<Kind> kinds) {

    /**
     * One kind of request.
     *
     * @param route as in {@code POST /compress}
     * @param payload bytes sent along
     */
    public record Kind(String route, double weight, Distribution payload) {

        public Kind {
            if (!(weight > 0 && weight < 1e9)) {
                throw new IllegalArgumentException(route + " has the weight " + weight + "; it takes one above 0.");
            }
        }
    }

    public RequestMix {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("A workload needs at least one kind of request.");
        }
    }

    /** The same kinds with so many times the payload. */
    RequestMix sending(double times) {
        return new RequestMix(kinds.stream()
                .map(kind ->
                        new Kind(kind.route(), kind.weight(), kind.payload().scaled(times)))
                .toList());
    }

    /** The share of requests that each kind and those before it have; the last is 1. */
    double[] cumulativeShares() {
        double total = kinds.stream().mapToDouble(Kind::weight).sum();
        double[] shares = new double[kinds.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += kinds.get(i).weight();
            shares[i] = sum / total;
        }
        shares[shares.length - 1] = 1;
        return shares;
    }
}
