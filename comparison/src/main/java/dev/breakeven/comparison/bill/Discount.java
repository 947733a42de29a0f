package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Nearest;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.PriceList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is taken off all lines of a service: a Savings Plan, reserved instances, a negotiated price.
 *
 * @param share from 0 to 1
 */
public record Discount(String service, BigDecimal share) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)=(\\d+(?:\\.\\d+)?)%");
    private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(100);

    /** Reads a discount such as {@code ec2=30%}, of a service that the price list knows. */
    static Discount parse(String text, PriceList prices) throws BadInputException {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || new BigDecimal(matcher.group(2)).compareTo(PERCENT_MAX) > 0) {
            throw new BadInputException(
                    "--discount takes a service and 0% to 100%, such as ec2=30%, not '" + text + "'.");
        }
        List<String> services = prices.prices().stream()
                .map(price -> price.item().service())
                .distinct()
                .toList();
        if (!services.contains(matcher.group(1))) {
            throw new BadInputException("--discount: there is no service '" + matcher.group(1) + "'."
                    + Nearest.question(matcher.group(1), services) + " There is " + String.join(", ", services) + ".");
        }
        return new Discount(matcher.group(1), new BigDecimal(matcher.group(2)).movePointLeft(2));
    }

    /** Reads several, each of another service. */
    public static List<Discount> parseAll(List<String> texts, PriceList prices) throws BadInputException {
        List<Discount> discounts = new ArrayList<>();
        for (String text : texts) {
            Discount discount = parse(text, prices);
            if (discounts.stream().anyMatch(other -> other.service().equals(discount.service()))) {
                throw new BadInputException(
                        "--discount: there are two for " + discount.service() + "; one is accepted.");
            }
            discounts.add(discount);
        }
        return discounts;
    }

    /** What it takes off so many dollars. */
    LineItem line(BigDecimal dollars) {
        return new LineItem(
                "Discount on " + service + ", " + percent() + " %",
                new Item(service, "discount"),
                dollars,
                "dollar",
                share.negate(),
                "--discount " + service + "=" + percent() + "%");
    }

    private String percent() {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
