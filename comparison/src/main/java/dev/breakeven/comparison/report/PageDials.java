package dev.breakeven.comparison.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakeven.comparison.verdict.Dial;
import dev.breakeven.comparison.verdict.Exploration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Sliders of a page and what every combination of their stops costs, in cents, as the engine bills it. */
final class PageDials {

    private final Exploration exploration;
    private final List<Long> requests;
    private final int requestsAsItIs;

    /** @param asItIs requests a month, one of the numbers of them */
    PageDials(Exploration exploration, List<Long> requests, long asItIs) {
        this.exploration = exploration;
        this.requests = requests;
        this.requestsAsItIs = requests.indexOf(asItIs);
    }

    /** A slider as the template has it. */
    public record Slider(String name, String unit, int last, int asItIs, String shown) {}

    /** Requests first. */
    List<Slider> sliders() {
        List<Slider> sliders = new ArrayList<>();
        sliders.add(new Slider(
                "requests per month", "", requests.size() - 1, requestsAsItIs, count(requests.get(requestsAsItIs))));
        for (Dial dial : exploration.dials()) {
            sliders.add(new Slider(
                    dial.knob().label(),
                    unit(dial),
                    dial.stops().size() - 1,
                    dial.asItIs(),
                    dial.shown(dial.asItIs())));
        }
        return sliders;
    }

    private static String unit(Dial dial) {
        return switch (dial.knob()) {
            case BURSTINESS -> "all requests of each hour in that part of it";
            case PAYLOAD -> "times as large";
            case MEMORY -> "of functions";
            case PATIENCE -> "after which callers give up";
            default -> "";
        };
    }

    JsonNode data() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode sliders = root.putArray("sliders");
        ArrayNode counts = sliders.addObject().put("asItIs", requestsAsItIs).putArray("stops");
        requests.forEach(each -> counts.add(count(each)));
        for (Dial dial : exploration.dials()) {
            ArrayNode stops = sliders.addObject().put("asItIs", dial.asItIs()).putArray("stops");
            IntStream.range(0, dial.stops().size()).mapToObj(dial::shown).forEach(stops::add);
        }
        ArrayNode numbers = root.putArray("requests");
        requests.forEach(numbers::add);
        ArrayNode deployments = root.putArray("deployments");
        for (int i = 0; i < exploration.deployments().size(); i++) {
            Exploration.Costs costs = exploration.deployments().get(i);
            ObjectNode node = deployments.addObject();
            node.put("name", costs.deployment().name()).put("tone", PageCharts.tone(i));
            ArrayNode turnedBy = node.putArray("sliders");
            List<List<Integer>> combinations = List.of(List.of());
            for (int dial = 0; dial < exploration.dials().size(); dial++) {
                boolean turned = costs.isTurnedBy(dial);
                if (turned) {
                    turnedBy.add(dial + 1);
                }
                combinations = longer(
                        combinations,
                        turned ? exploration.dials().get(dial).stops().size() : 1);
            }
            cents(costs, combinations, node.putArray("cents"));
        }
        return root;
    }

    /** The last dial's stop changes fastest, and the number of requests faster still. */
    private void cents(Exploration.Costs costs, List<List<Integer>> combinations, ArrayNode cents) {
        combinations.parallelStream()
                .map(stops -> requests.stream()
                        .map(each -> costs.bill(each, stops)
                                .total()
                                .movePointRight(2)
                                .longValueExact())
                        .toList())
                .forEachOrdered(all -> all.forEach(cents::add));
    }

    private static List<List<Integer>> longer(List<List<Integer>> combinations, int stops) {
        return combinations.stream()
                .flatMap(shorter -> IntStream.range(0, stops).mapToObj(stop -> {
                    List<Integer> all = new ArrayList<>(shorter);
                    all.add(stop);
                    return all;
                }))
                .toList();
    }

    static String count(long requests) {
        return String.format(Locale.ROOT, "%,d", requests);
    }
}
