package dev.breakeven.comparison.verdict;

import java.util.List;
import java.util.Locale;

/**
 * How many times its crowd a deployment holds, to 1 %: within the budgets that are for it, those on costs apart, since money holds
 * nobody; and with at most 0.1 % failures where no budget says how many there may be.
 *
 * @param times 0 if not even a thousandth of the crowd is held
 * @param more whether it may hold more, as all that was tried is held
 * @param givesWay what is seen in a crowd that is just too large, one clause for each budget that it misses
 */
public record Headroom(double times, boolean more, List<String> givesWay) {

    public Headroom {
        givesWay = List.copyOf(givesWay);
    }

    /** As in {@code × 430}. */
    @Override
    public String toString() {
        String form =
                times == 0 || times >= 10 ? "× %,.0f" : times >= 1 ? "× %.1f" : times >= 0.1 ? "× %.2f" : "× %.3f";
        return (more ? "> " : "") + String.format(Locale.ROOT, form, times);
    }
}
