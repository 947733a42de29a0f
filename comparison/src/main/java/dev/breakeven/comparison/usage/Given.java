package dev.breakeven.comparison.usage;

import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a user gave for a key, or what holds where nothing was given. */
final class Given {

    private static final Duration CALL_MAX = Duration.ofMinutes(15);

    private Given() {}

    static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing.");
        }
        return value;
    }

    static BigDecimal orZero(@Nullable BigDecimal count) {
        return count == null ? BigDecimal.ZERO : count;
    }

    static BigDecimal orOne(@Nullable BigDecimal count) {
        return count == null ? BigDecimal.ONE : count;
    }

    static BigDecimal size(@Nullable Gigabytes size) {
        return size == null ? BigDecimal.ZERO : size.value();
    }

    static Architecture architecture(@Nullable Architecture architecture) {
        return architecture == null ? Architecture.X86_64 : architecture;
    }

    static Traffic traffic(@Nullable Traffic traffic) {
        return traffic == null ? Traffic.TIERED : traffic;
    }

    static Fleet fleet(@Nullable BigDecimal count, @Nullable BigDecimal serves) {
        if (serves != null && serves.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("'serves' is how many requests a month one can serve: 1 and up, not "
                    + serves.toPlainString() + ".");
        }
        return new Fleet(orOne(count), serves);
    }

    /** No call of a function takes longer than 15 minutes. */
    static Duration call(String key, Duration duration) {
        if (duration.compareTo(CALL_MAX) > 0) {
            throw new IllegalArgumentException(
                    "'" + key + "' of a call is at most 15m, not " + duration.toSeconds() + "s.");
        }
        return duration;
    }
}
