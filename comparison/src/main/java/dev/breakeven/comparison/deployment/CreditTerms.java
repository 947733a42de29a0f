package dev.breakeven.comparison.deployment;

/**
 * The CPU credits of a burstable instance. A credit is one processor at full speed for a minute.
 *
 * @param perHour earned by each instance, busy or not
 * @param balanceMax what it can save, which is what it earns in a day
 * @param atLaunch what a new one has
 * @param unlimited whether it goes on at full speed without credits and pays for what a day's earnings do not cover
 */
public record CreditTerms(double perHour, double balanceMax, double atLaunch, boolean unlimited) {

    private static final double MINUTES_PER_HOUR = 60;

    public CreditTerms {
        if (!(perHour > 0 && balanceMax > 0 && atLaunch >= 0)) {
            throw new IllegalArgumentException("credits are earned and saved: above 0 an hour and in all");
        }
    }

    /** How many processors the credits pay for all the time. */
    public double baselineProcessors() {
        return perHour / MINUTES_PER_HOUR;
    }
}
