package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Headroom;
import java.util.Locale;

/**
 * How many times its crowd each deployment holds, and what gives way first: as a table, and as {@code headroom/1}.
 *
 * @param comparison in which headroom was looked for
 */
public record HeadroomReport(Comparison comparison) {

    public byte[] json() {
        ObjectNode root = JsonDocument.begin("headroom/1");
        root.put("region", comparison.prices().region());
        root.put("prices", comparison.prices().date().toString());
        root.put("seed", comparison.seed());
        JsonReport.workload(comparison, root.putObject("workload"));
        ArrayNode deployments = root.putArray("deployments");
        for (Comparison.Result result : comparison.results()) {
            ObjectNode node =
                    deployments.addObject().put("name", result.deployment().name());
            BudgetJson.fill(node, comparison.headroom(result));
        }
        BudgetJson.fill(root, comparison);
        return JsonDocument.bytes(root);
    }

    public String text() {
        TextTable table = new TextTable(1, "", "holds", "busiest second", "and then");
        for (Comparison.Result result : comparison.results()) {
            Headroom headroom = comparison.headroom(result);
            table.row(
                    result.deployment().name(),
                    headroom.toString(),
                    String.format(Locale.ROOT, "%,.0f", headroom.times() * comparison.busiestSecond()),
                    headroom.more() ? "no more was tried" : String.join(", ", headroom.givesWay()));
        }
        return TerminalReport.headline(comparison) + "\n\n" + table + "\n";
    }
}
