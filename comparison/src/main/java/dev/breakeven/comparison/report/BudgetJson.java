package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.verdict.Budget;
import dev.breakeven.comparison.verdict.Comparison;
import dev.breakeven.comparison.verdict.Headroom;

/** Budgets and headroom, as every document has them. */
final class BudgetJson {

    private BudgetJson() {}

    /** The budgets, what misses each, and which deployment is recommended; null where none meets them. */
    static void fill(ObjectNode root, Comparison comparison) {
        root.put(
                "recommended",
                comparison
                        .recommended()
                        .map(result -> result.deployment().name())
                        .orElse(null));
        ArrayNode budgets = root.putArray("budgets");
        for (Budget budget : comparison.budgets()) {
            ObjectNode node = budgets.addObject().put("budget", budget.written());
            budget.deployment().ifPresent(name -> node.put("deployment", name));
            ArrayNode missedBy = node.putArray("missedBy");
            for (Comparison.Result result : comparison.results()) {
                if (comparison.missedBy(result).contains(budget)) {
                    missedBy.addObject().put("name", result.deployment().name()).put("how", budget.missedBy(result));
                }
            }
        }
    }

    static void fill(ObjectNode node, Headroom headroom) {
        node.put("headroom", headroom.times());
        node.put("headroomIsMore", headroom.more());
        ArrayNode givesWay = node.putArray("givesWay");
        headroom.givesWay().forEach(givesWay::add);
    }
}
