package dev.breakeven.comparison.report;

import dev.breakeven.comparison.verdict.Interval;
import dev.breakeven.comparison.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changed from one comparison to another, and whether chance alone may have done it. */
public final class DiffReport {

    /** Half a cent is none. */
    private static final double CENT = 0.005;

    private final ComparisonFile before;
    private final ComparisonFile after;

    public DiffReport(ComparisonFile before, ComparisonFile after) {
        this.before = before;
        this.after = after;
    }

    public String text() {
        StringBuilder screen = new StringBuilder();
        TextTable given = new TextTable(3, "given", "before", "after");
        boolean differ = false;
        for (String name : before.given().keySet()) {
            String was = before.given().getOrDefault(name, "");
            String is = after.given().getOrDefault(name, "");
            if (!was.equals(is)) {
                given.row(name, was, is);
                differ = true;
            }
        }
        screen.append(differ ? given.toString() : " given: the same workload, prices, seeds and measurement");
        TextTable found = new TextTable(2, "", "", "before", "after", "change", "95 % intervals");
        List<String> verdict = new ArrayList<>();
        for (String name : before.names(after)) {
            Optional<ComparisonFile.Side> was = before.side(name);
            Optional<ComparisonFile.Side> is = after.side(name);
            if (was.isPresent() && is.isPresent()) {
                rows(found, name, was.get(), is.get());
                verdict.add(verdict(name, was.get(), is.get()));
            } else {
                verdict.add(name + (was.isPresent() ? " is not compared any more." : " is new."));
            }
        }
        screen.append("\n\n").append(found).append("\n\n");
        for (String pair : before.breakEven().keySet()) {
            @Nullable Long is = after.breakEven().get(pair);
            long was = before.breakEven().getOrDefault(pair, 0L);
            if (is != null && is != was) {
                verdict.add("The break-even of " + pair + " went from " + Verdict.millions(was) + " to "
                        + Verdict.millions(is) + " requests a month.");
            }
        }
        verdict.forEach(sentence -> screen.append(' ').append(sentence).append('\n'));
        return screen.toString();
    }

    private void rows(TextTable table, String name, ComparisonFile.Side was, ComparisonFile.Side is) {
        table.row(
                name,
                "$/month",
                was.total().toPlainString(),
                is.total().toPlainString(),
                String.format(
                        Locale.ROOT, "%+.2f", is.total().subtract(was.total()).doubleValue()),
                overlap(was.dollars(), is.dollars()));
        table.row("", "p50", millis(was.p50()), millis(is.p50()), percent(was.p50(), is.p50()), "");
        table.row(
                "",
                "p99",
                millis(was.p99()),
                millis(is.p99()),
                percent(was.p99(), is.p99()),
                overlap(was.p99Interval(), is.p99Interval()));
        table.row(
                "",
                "failed",
                share(was.failedShare()),
                share(is.failedShare()),
                String.format(Locale.ROOT, "%+.2f points", 100 * (is.failedShare() - was.failedShare())),
                "");
        table.row(
                "",
                "cold starts",
                String.format(Locale.ROOT, "%,d", was.coldStarts()),
                String.format(Locale.ROOT, "%,d", is.coldStarts()),
                String.format(Locale.ROOT, "%+,d", is.coldStarts() - was.coldStarts()),
                "");
        table.row(
                "",
                "holds",
                String.format(Locale.ROOT, "× %.4g", was.headroom()),
                String.format(Locale.ROOT, "× %.4g", is.headroom()),
                percent(was.headroom(), is.headroom()),
                "");
    }

    private String verdict(String name, ComparisonFile.Side was, ComparisonFile.Side is) {
        double dollars = is.total().subtract(was.total()).doubleValue();
        if (Math.abs(dollars) < CENT) {
            return name + " costs the same.";
        }
        return String.format(
                Locale.ROOT,
                "%s costs $%.2f %s; %s.",
                name,
                Math.abs(dollars),
                dollars > 0 ? "more" : "less",
                haveIntervals()
                        ? was.dollars().overlaps(is.dollars())
                                ? "the intervals overlap, so that it may be chance"
                                : "the intervals do not overlap, so that it is not chance"
                        : "with one seed there is no telling whether it is chance: --seeds gives intervals");
    }

    private boolean haveIntervals() {
        return before.seeds() > 1 && after.seeds() > 1;
    }

    private String overlap(Interval one, Interval other) {
        return haveIntervals() ? one.overlaps(other) ? "overlap" : "apart" : "none";
    }

    private static String millis(double millis) {
        return TerminalReport.millis(millis);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String percent(double was, double is) {
        return was == 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * (is / was - 1));
    }
}
