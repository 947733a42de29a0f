package dev.breakeven.comparison.deployment;

import java.time.Duration;

/**
 * A limit on CPU time as Linux enforces it: so much in each period, and nothing once that is used up until the next one.
 *
 * @param processors the share, of which a period has so many periods' worth
 */
public record QuotaTerms(double processors, Duration period) {

    public QuotaTerms {
        if (!(processors > 0 && processors <= 1_000) || period.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "a quota is a share above 0 of processors in a period of 1ms and up, such as 0.25/20ms");
        }
    }
}
