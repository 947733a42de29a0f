package dev.breakeven.comparison.offer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.Price;
import dev.breakeven.comparison.price.Tariff;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of AWS's price list files, which for EC2 has gigabytes: token by token, keeping the products that are ours and, when
 * the terms come after them, their prices. Reserved and savings plan terms are passed over.
 */
final class OfferFile {

    /**
     * What a file says of our items.
     *
     * @param unclear why the price of an item that it has is not taken
     */
    record Contents(LocalDate published, Map<Item, Price> prices, Map<Item, String> unclear) {}

    /** A product of the file that is one of our items. */
    private record Product(Item item, OfferItem listed) {}

    /** A million SKUs are field names, and none of them is worth keeping. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final String where;
    private final String region;
    private final List<OfferItem> wanted;
    private final JsonParser parser;

    private final Map<String, List<Product>> products = new HashMap<>();
    private final Map<Item, Price> prices = new LinkedHashMap<>();
    private final Map<Item, String> unclear = new LinkedHashMap<>();
    private @Nullable LocalDate published;
    private boolean hasProducts;
    private boolean hasTerms;

    private OfferFile(String where, String region, List<OfferItem> wanted, JsonParser parser) {
        this.where = where;
        this.region = region;
        this.wanted = wanted;
        this.parser = parser;
    }

    /**
     * Reads a file to its end.
     *
     * @param where what to call the file in a refusal
     * @param wanted what is looked for in it
     * @throws IOException if the connection breaks
     */
    static Contents read(String where, InputStream content, String region, List<OfferItem> wanted)
            throws BadInputException, IOException {
        try (JsonParser parser = JSON.createParser(content)) {
            OfferFile file = new OfferFile(where, region, wanted, parser);
            return file.contents();
        } catch (JsonEOFException e) {
            throw new BadInputException(
                    where + " ends too early, after " + e.getLocation().getByteOffset() + " bytes.", e);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    where + " is no JSON at byte " + e.getLocation().getByteOffset() + ": " + e.getOriginalMessage()
                            + ".",
                    e);
        } catch (IOException e) {
            throw new IOException(where + " broke off: " + e.getMessage(), e);
        }
    }

    private Contents contents() throws BadInputException, IOException {
        if (parser.nextToken() == null) {
            throw new BadInputException(where + " is empty.");
        }
        forEachField("the file", field -> {
            switch (field) {
                case "formatVersion" -> expect(field, "v1.0");
                case "offerCode" -> expect(field, wanted.getFirst().offer());
                case "publicationDate" -> published = date(field);
                case "products" -> products();
                case "terms" -> terms();
                default -> parser.skipChildren();
            }
        });
        if (published == null || !hasProducts || !hasTerms) {
            throw new BadInputException(where + " is no price list file of AWS: it lacks "
                    + (published == null ? "publicationDate" : hasProducts ? "terms" : "products") + ".");
        }
        unclear.keySet().forEach(prices::remove);
        return new Contents(published, prices, unclear);
    }

    private void products() throws BadInputException, IOException {
        hasProducts = true;
        forEachField("products", this::product);
    }

    private void product(String sku) throws BadInputException, IOException {
        Map<String, String> attributes = new HashMap<>();
        forEachField(sku, field -> {
            if (field.equals("attributes")) {
                forEachField("attributes of " + sku, name -> attributes.put(name, parser.getText()));
            } else {
                parser.skipChildren();
            }
        });
        boolean elsewhere = Stream.of("regionCode", "fromRegionCode")
                .map(attributes::get)
                .anyMatch(code -> code != null && !code.isEmpty() && !code.equals(region));
        if (elsewhere) {
            return;
        }
        String usageType = attributes.getOrDefault("usagetype", "");
        String operation = attributes.getOrDefault("operation", "");
        for (OfferItem listed : wanted) {
            listed.item(usageType, operation)
                    .ifPresent(item -> products.computeIfAbsent(sku, key -> new ArrayList<>())
                            .add(new Product(item, listed)));
        }
    }

    private void terms() throws BadInputException, IOException {
        if (!hasProducts) {
            throw new BadInputException(where + " has its terms before its products, which no file of AWS's has.");
        }
        hasTerms = true;
        forEachField("terms", kind -> {
            if (kind.equals("OnDemand")) {
                forEachField(kind, this::onDemand);
            } else {
                parser.skipChildren();
            }
        });
    }

    private void onDemand(String sku) throws BadInputException, IOException {
        List<Product> ours = products.getOrDefault(sku, List.of());
        if (ours.isEmpty()) {
            parser.skipChildren();
            return;
        }
        List<OfferTerm> terms = new ArrayList<>();
        forEachField(sku, code -> terms.add(term(sku, code)));
        OfferTerm newest = terms.stream()
                .max(Comparator.comparing(OfferTerm::effectiveDate))
                .orElseThrow(() -> new BadInputException(where + " has no price for " + sku + "."));
        ours.forEach(product -> take(product, newest));
    }

    private OfferTerm term(String sku, String code) throws BadInputException, IOException {
        OfferTerm term = new OfferTerm(where + ": the price of " + sku);
        forEachField(code, field -> {
            switch (field) {
                case "effectiveDate" -> term.effectiveFrom(parser.getText());
                case "priceDimensions" -> forEachField(field, rate -> term.add(dimension(rate)));
                default -> parser.skipChildren();
            }
        });
        return term;
    }

    private void take(Product product, OfferTerm term) {
        if (!product.listed().countsBy(term.unit())) {
            return;
        }
        Item item = product.item();
        Optional<String> flaw = term.flaw();
        if (flaw.isPresent()) {
            unclear.put(item, flaw.get());
            return;
        }
        Tariff tariff = term.tariff(product.listed().per(), where, published == null ? LocalDate.EPOCH : published);
        @Nullable
        Price other = prices.putIfAbsent(item, new Price(item, product.listed().unit(), tariff));
        if (other != null && !other.tariff().costsLike(tariff)) {
            unclear.put(item, "there are two prices of it");
        }
    }

    private Map<String, String> dimension(String rate) throws BadInputException, IOException {
        Map<String, String> fields = new HashMap<>();
        forEachField(rate, field -> {
            if (field.equals("pricePerUnit")) {
                forEachField(field, currency -> fields.put(currency, parser.getText()));
            } else if (parser.currentToken().isScalarValue()) {
                fields.put(field, parser.getText());
            } else {
                parser.skipChildren();
            }
        });
        return fields;
    }

    /** What is done with a field, when the parser stands at its value. */
    @FunctionalInterface
    private interface FieldReader {
        void read(String field) throws BadInputException, IOException;
    }

    private void forEachField(String what, FieldReader reader) throws BadInputException, IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BadInputException(where + " is no price list file of AWS: " + what
                    + " is no JSON object, at byte " + parser.currentLocation().getByteOffset() + ".");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            reader.read(field);
        }
    }

    private void expect(String field, String value) throws BadInputException, IOException {
        if (!parser.getText().equals(value)) {
            throw new BadInputException(
                    where + " has the " + field + " '" + parser.getText() + "'; '" + value + "' is accepted.");
        }
    }

    private LocalDate date(String field) throws BadInputException, IOException {
        String text = parser.getText();
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            throw new BadInputException(where + " has the " + field + " '" + text + "', which is no date.", e);
        }
    }
}
