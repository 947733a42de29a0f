package dev.breakeven.comparison.live;

import dev.breakeven.comparison.page.InquiryForm;
import java.util.List;

/**
 * What there is to choose from.
 *
 * @param service what is compared, by name
 * @param usual what is chosen before anybody chooses
 */
public record Offer(
        String service, List<String> workloads, List<String> deployments, List<String> regions, Inquiry usual) {

    public Offer {
        workloads = List.copyOf(workloads);
        deployments = List.copyOf(deployments);
        regions = List.copyOf(regions);
    }

    /** The form, as it is filled in for an inquiry. */
    InquiryForm form(Inquiry asked) {
        boolean listed = workloads.contains(asked.workload());
        return new InquiryForm(
                choices(workloads, listed ? List.of(asked.workload()) : List.of()),
                listed ? "" : asked.workload(),
                choices(deployments, asked.deployments()),
                choices(regions, List.of(asked.region())),
                asked.seed());
    }

    private static List<InquiryForm.Choice> choices(List<String> names, List<String> chosen) {
        return names.stream()
                .map(name -> new InquiryForm.Choice(name, chosen.contains(name)))
                .toList();
    }
}
