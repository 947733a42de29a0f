package dev.breakeven.comparison.price;

/**
 * Something that a provider sells.
 *
 * @param service our name of the service, for example {@code lambda}
 * @param name our name of what is billed of it, for example {@code duration-arm64}
 */
public record Item(String service, String name) {

    @Override
    public String toString() {
        return service + " " + name;
    }
}
