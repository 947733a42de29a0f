package dev.breakeven.comparison.page;

import java.util.List;

/**
 * The form by which a page that is served asks what to compare.
 *
 * @param rate of a steady workload, in place of those on the list; empty for one of them
 */
public record InquiryForm(
        List<Choice> workloads, String rate, List<Choice> deployments, List<Choice> regions, long seed) {

    public InquiryForm {
        workloads = List.copyOf(workloads);
        deployments = List.copyOf(deployments);
        regions = List.copyOf(regions);
    }

    /** Something on a list. */
    public record Choice(String name, boolean chosen) {}
}
