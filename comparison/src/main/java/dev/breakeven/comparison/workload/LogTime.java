package dev.breakeven.comparison.workload;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a line was logged. Read by position rather than with a formatter: a log has millions of lines.
 *
 * @param wholeSecond whether the log tells no more than the second
 */
record LogTime(long epochMicros, boolean wholeSecond) {

    /** From 1970 to the end of 2199: other years are mistakes, and do not fit where times are kept. */
    static final long MICROS_MAX = 7_258_118_400_000_000L;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /** A time as in ISO 8601, {@code 2026-01-31T23:59:59.123456Z}, of UTC where no offset is told; or none. */
    static @Nullable LogTime iso(String text) {
        if (text.length() < 19 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int end = 19;
        int micros = 0;
        if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
            int unit = 100_000;
            end++;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                micros += (text.charAt(end) - '0') * unit;
                unit /= 10;
                end++;
            }
        }
        return time(year, month, day, secondOfDay(text, 11), micros, text.substring(end), end > 19);
    }

    /** A time as in the common log format, {@code 31/Jan/2026:23:59:59 +0100}; or none. */
    static @Nullable LogTime common(String text) {
        if (text.length() < 20 || text.charAt(2) != '/' || text.charAt(6) != '/' || text.charAt(11) != ':') {
            return null;
        }
        int month = MONTHS.indexOf(text.substring(3, 6));
        if (month % 3 != 0) {
            return null;
        }
        return time(
                digits(text, 7, 4),
                month / 3 + 1,
                digits(text, 0, 2),
                secondOfDay(text, 12),
                0,
                text.substring(20).strip(),
                false);
    }

    /** Seconds, milliseconds, microseconds or nanoseconds since 1970, by their size. */
    static @Nullable LogTime epoch(double number) {
        double perSecond = 1;
        while (number / perSecond > 1e11) {
            perSecond *= 1_000;
        }
        double seconds = number / perSecond;
        return within(Math.round(seconds * MICROS_PER_SECOND), perSecond == 1 && number == Math.rint(number));
    }

    private static @Nullable LogTime time(
            int year, int month, int day, int secondOfDay, int micros, String offset, boolean fraction) {
        int offsetSeconds = offsetSeconds(offset);
        if (secondOfDay < 0 || offsetSeconds == Integer.MIN_VALUE) {
            return null;
        }
        try {
            long second = LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY + secondOfDay - offsetSeconds;
            return within(second * MICROS_PER_SECOND + micros, !fraction);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static @Nullable LogTime within(long micros, boolean wholeSecond) {
        return micros < 0 || micros >= MICROS_MAX ? null : new LogTime(micros, wholeSecond);
    }

    /** Of {@code 23:59:59}; negative where it is none. */
    private static int secondOfDay(String text, int at) {
        int hour = digits(text, at, 2);
        int minute = digits(text, at + 3, 2);
        int second = digits(text, at + 6, 2);
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        return valid && text.charAt(at + 2) == ':' && text.charAt(at + 5) == ':'
                ? 3_600 * hour + 60 * minute + second
                : -1;
    }

    /** Of nothing, {@code Z}, {@code +0100} or {@code +01:00}. */
    private static int offsetSeconds(String text) {
        if (text.isEmpty() || text.equals("Z")) {
            return 0;
        }
        String digits = text.substring(1).replace(":", "");
        int hours = digits.length() == 4 ? digits(digits, 0, 2) : -1;
        int minutes = digits.length() == 4 ? digits(digits, 2, 2) : -1;
        if (hours < 0 || minutes < 0 || (text.charAt(0) != '+' && text.charAt(0) != '-')) {
            return Integer.MIN_VALUE;
        }
        int seconds = 3_600 * hours + 60 * minutes;
        return text.charAt(0) == '-' ? -seconds : seconds;
    }

    /** Negative where there are other characters. */
    private static int digits(String text, int at, int count) {
        int number = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
