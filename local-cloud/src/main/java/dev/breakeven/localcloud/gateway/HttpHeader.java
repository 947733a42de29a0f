package dev.breakeven.localcloud.gateway;

/** One header field, its name as it was written. */
public record HttpHeader(String name, String value) {

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
