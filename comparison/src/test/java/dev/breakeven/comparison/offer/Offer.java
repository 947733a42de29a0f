package dev.breakeven.comparison.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A price list file in AWS's form: products by SKU first, then the terms of each. The form is that of the files of 2025 and 2026
 * below {@code offers/v1.0/aws}.
 */
final class Offer {

    private final String code;
    private final String region;
    private final List<String> products = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();

    Offer(String code, String region) {
        this.code = code;
        this.region = region;
    }

    String code() {
        return code;
    }

    /** A product with a price for each tier, written {@code from price}, the tiers behind one another. */
    Offer product(String usageType, String operation, String unit, String... tiers) {
        return elsewhere(region, usageType, operation, unit, tiers);
    }

    Offer elsewhere(String productRegion, String usageType, String operation, String unit, String... tiers) {
        String sku = String.format(Locale.ROOT, "SKU%013d", products.size());
        products.add(product(sku, productRegion, usageType, operation));
        StringJoiner dimensions = new StringJoiner(",\n");
        for (int i = tiers.length - 1; i >= 0; i--) {
            String[] tier = tiers[i].split(" ", -1);
            String end = i + 1 < tiers.length ? tiers[i + 1].split(" ", -1)[0] : "Inf";
            dimensions.add("""
                    "%s.JRTCKXETXF.RATE%d" : {
                      "rateCode" : "%s.JRTCKXETXF.RATE%d", "description" : "a tier",
                      "beginRange" : "%s", "endRange" : "%s", "unit" : "%s",
                      "pricePerUnit" : { "USD" : "%s" }, "appliesTo" : [ ]
                    }""".formatted(sku, i, sku, i, tier[0], end, unit, tier[1]));
        }
        terms.add("""
                "%s" : { "%s.JRTCKXETXF" : {
                  "offerTermCode" : "JRTCKXETXF", "sku" : "%s", "effectiveDate" : "2026-11-01T00:00:00Z",
                  "priceDimensions" : { %s }, "termAttributes" : { } } }""".formatted(sku, sku, sku, dimensions));
        return this;
    }

    private String product(String sku, String productRegion, String usageType, String operation) {
        return """
                "%s" : { "sku" : "%s", "productFamily" : "Some",
                  "attributes" : { "servicecode" : "%s", "location" : "EU (Ireland)", "locationType" : "AWS Region",
                    "usagetype" : "%s", "operation" : "%s", "regionCode" : "%s", "servicename" : "%s" } }""".formatted(sku, sku, code, usageType, operation, productRegion, code);
    }

    /** All up to the products, which stay open. */
    String beginning() {
        return """
                { "formatVersion" : "v1.0", "disclaimer" : "For information only.", "offerCode" : "%s",
                  "version" : "20261120170511", "publicationDate" : "2026-11-20T17:05:11Z",
                  "products" : { %s""".formatted(code, String.join(",\n", products));
    }

    String end() {
        return """
                 },
                  "terms" : { "OnDemand" : { %s }, "Reserved" : { "OTHER" : { "OTHER.1" : { "priceDimensions" : { } } } } },
                  "attributesList" : { } }""".formatted(String.join(",\n", terms));
    }

    String text() {
        return beginning() + end();
    }

    byte[] bytes() {
        return text().getBytes(UTF_8);
    }
}
