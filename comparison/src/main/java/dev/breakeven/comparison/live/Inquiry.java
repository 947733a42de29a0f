package dev.breakeven.comparison.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakeven.comparison.input.BadInputException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wants to have compared. Its address says all of it, so that whoever is given the address sees the same.
 *
 * @param workload one of those on offer, or a rate as in {@code steady:0.9/s}
 * @param deployments at least one of those on offer
 */
public record Inquiry(String workload, List<String> deployments, String region, long seed) {

    private static final Pattern RATE = Pattern.compile("(steady|paced):[0-9.]+/[smh]");

    public Inquiry {
        deployments = List.copyOf(deployments);
    }

    /**
     * Reads the parameters of an address, or of the form that asks.
     *
     * @param parameters by name; several deployments are several values, or one with commas
     * @param offer what there is to choose from; names of files, say, are not
     */
    public static Inquiry read(Map<String, List<String>> parameters, Offer offer) throws BadInputException {
        String rate = first(parameters, "rate", "").strip();
        String workload = rate.isEmpty()
                ? first(parameters, "workload", offer.usual().workload())
                : rate.contains(":") ? rate : "steady:" + rate;
        if (!offer.workloads().contains(workload) && !RATE.matcher(workload).matches()) {
            throw new BadInputException("There is no workload '" + workload
                    + "': choose one of the list, or write a rate like 0.9/s, 50/m or paced:5/s.");
        }
        List<String> deployments = parameters.getOrDefault("deployments", List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        if (deployments.isEmpty()) {
            throw new BadInputException("Choose at least one deployment.");
        }
        for (String name : deployments) {
            if (!offer.deployments().contains(name)) {
                throw new BadInputException("There is no deployment '" + name + "'; there are "
                        + String.join(", ", offer.deployments()) + ".");
            }
        }
        String region = first(parameters, "region", offer.usual().region());
        if (!offer.regions().contains(region)) {
            throw new BadInputException("There are no prices for the region '" + region + "'; there are for "
                    + String.join(", ", offer.regions()) + ".");
        }
        return new Inquiry(workload, deployments, region, seed(parameters, offer));
    }

    private static long seed(Map<String, List<String>> parameters, Offer offer) throws BadInputException {
        String written = first(parameters, "seed", Long.toString(offer.usual().seed()));
        try {
            return Long.parseLong(written.strip());
        } catch (NumberFormatException e) {
            throw new BadInputException("The seed is a whole number, not '" + written + "'.", e);
        }
    }

    private static String first(Map<String, List<String>> parameters, String name, String otherwise) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse(otherwise);
    }

    /** The part of its address behind the question mark. */
    public String query() {
        return "workload=" + encoded(workload)
                + "&deployments="
                + deployments.stream().map(Inquiry::encoded).collect(Collectors.joining(","))
                + "&region=" + encoded(region) + "&seed=" + seed;
    }

    /**
     * As {@code breakeven compare} would be asked.
     *
     * @param givenAs for a deployment what names it there: itself, or the file that it is in
     */
    public List<String> options(UnaryOperator<String> givenAs) {
        return List.of(
                "--workload",
                workload,
                "--deployments",
                deployments.stream().map(givenAs).distinct().collect(Collectors.joining(",")),
                "--region",
                region,
                "--seed",
                Long.toString(seed));
    }

    /** In words, for whoever waits. */
    public String words() {
        return workload + " on " + String.join(", ", deployments) + ", prices of " + region;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("%3A", ":").replace("%2F", "/");
    }
}
