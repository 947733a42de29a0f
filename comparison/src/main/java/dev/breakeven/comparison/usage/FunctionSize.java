package dev.breakeven.comparison.usage;

import dev.breakeven.comparison.quantity.Gigabytes;

/** What is set aside for each environment of a Lambda function. */
public record FunctionSize(Gigabytes memory, Gigabytes ephemeralStorage) {

    private static final Gigabytes MEMORY_MIN = Gigabytes.ofMegabytes(128);
    private static final Gigabytes EPHEMERAL_MIN = Gigabytes.ofMegabytes(512);
    private static final Gigabytes MAX = Gigabytes.ofMegabytes(10_240);

    public FunctionSize {
        check("memory", memory, MEMORY_MIN, "128MB");
        check("ephemeral-storage", ephemeralStorage, EPHEMERAL_MIN, "512MB");
    }

    /** With the disk that comes along. */
    public static FunctionSize of(Gigabytes memory) {
        return new FunctionSize(memory, EPHEMERAL_MIN);
    }

    private static void check(String what, Gigabytes size, Gigabytes min, String minText) {
        if (size.value().compareTo(min.value()) < 0 || size.value().compareTo(MAX.value()) > 0) {
            throw new IllegalArgumentException("a function's " + what + " is " + minText + " to 10240MB, not "
                    + size.value().stripTrailingZeros().toPlainString() + "GB.");
        }
    }
}
