package dev.breakeven.comparison.offer;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.Evidence;
import dev.breakeven.comparison.price.Tariff;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The on-demand price of one product, as a file has it: a range of quantities and a price for each tier, in any order. */
final class OfferTerm {

    private record Range(BigDecimal from, String to, BigDecimal dollars) {}

    private final String what;
    private final List<Range> ranges = new ArrayList<>();
    private String unit = "";
    private String effectiveDate = "";

    /** @param what what to call the price in a refusal */
    OfferTerm(String what) {
        this.what = what;
    }

    void add(Map<String, String> dimension) throws BadInputException {
        ranges.add(new Range(
                number(dimension, "beginRange"), dimension.getOrDefault("endRange", "Inf"), number(dimension, "USD")));
        unit = dimension.getOrDefault("unit", "");
    }

    void effectiveFrom(String date) {
        effectiveDate = date;
    }

    /** As the file has it, which sorts as text; empty if it has none. */
    String effectiveDate() {
        return effectiveDate;
    }

    String unit() {
        return unit;
    }

    /** Why no price of ours can be made of it, if none can. */
    Optional<String> flaw() {
        ranges.sort(Comparator.comparing(Range::from));
        if (ranges.isEmpty()) {
            return Optional.of("it has no price");
        }
        if (ranges.getFirst().from().signum() != 0 || !ranges.getLast().to().equals("Inf")) {
            return Optional.of("its tiers do not go from 0 to Inf");
        }
        for (int i = 1; i < ranges.size(); i++) {
            String from = ranges.get(i).from().toPlainString();
            if (!ranges.get(i - 1).to().equals(from)) {
                return Optional.of("no tier of it ends at " + from + ", where another begins");
            }
        }
        return Optional.empty();
    }

    /**
     * The price for a unit of ours. What is free of an item is a row of its own with us and no tier, so that the tiers begin
     * after it. There must be no {@link #flaw}.
     *
     * @param per how many of our units one of theirs has
     */
    Tariff tariff(BigDecimal per, String source, LocalDate asOf) {
        BigDecimal free = BigDecimal.ZERO;
        if (ranges.size() > 1 && ranges.getFirst().dollars().signum() == 0) {
            free = ranges.get(1).from();
            ranges.removeFirst();
        }
        List<Tariff.Tier> tiers = new ArrayList<>();
        for (Range range : ranges) {
            boolean asItStands = per.compareTo(BigDecimal.ONE) == 0;
            Evidence evidence = asItStands
                    ? new Evidence(source, asOf, "A")
                    : new Evidence(
                            "derived: " + range.dollars().stripTrailingZeros().toPlainString() + " per " + unit
                                    + ", divided by " + per.toPlainString() + ", of " + source,
                            asOf,
                            "D");
            tiers.add(new Tariff.Tier(
                    range.from().subtract(free).multiply(per),
                    range.dollars().divide(per, MathContext.DECIMAL128).stripTrailingZeros(),
                    evidence));
        }
        return new Tariff(tiers);
    }

    private BigDecimal number(Map<String, String> dimension, String field) throws BadInputException {
        String text = dimension.getOrDefault(field, "");
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    what + " has the " + field + " '" + text + "'; a decimal number of 0 or more is accepted.", e);
        }
        throw new BadInputException(what + " has the negative " + field + " " + text + ".");
    }
}
