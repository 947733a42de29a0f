package dev.breakeven.comparison.measurement;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda logs at the end of a call: {@code REPORT RequestId: … Duration: 2.34 ms …}, from the local cloud or from CloudWatch,
 * whose exports put blanks or escaped tabs between the fields.
 *
 * @param duration of the call, without the init before it
 * @param init if this was an environment's first call
 * @param succeeded whether it has no status of another kind
 */
public record ReportLine(
        Duration duration, Optional<Duration> init, int memoryMegabytes, int megabytesUsedMax, boolean succeeded) {

    private static final Pattern DURATION = field("(?<!Billed )(?<!Init )(?<!Restore )Duration: ([\\d.]+) ms");
    private static final Pattern INIT = field("Init Duration: ([\\d.]+) ms");
    private static final Pattern MEMORY = field("Memory Size: (\\d+) MB");
    private static final Pattern USED = field("Max Memory Used: (\\d+) MB");
    private static final Pattern STATUS = field("Status: (\\w+)");

    private static Pattern field(String form) {
        return Pattern.compile(form);
    }

    /** Reads a line; empty if it is another one. */
    public static Optional<ReportLine> parse(String line) {
        int start = line.indexOf("REPORT RequestId: ");
        if (start < 0) {
            return Optional.empty();
        }
        String report = line.substring(start);
        @Nullable String duration = find(DURATION, report);
        @Nullable String memory = find(MEMORY, report);
        @Nullable String used = find(USED, report);
        if (duration == null || memory == null || used == null) {
            return Optional.empty();
        }
        return Optional.of(new ReportLine(
                millis(duration),
                Optional.ofNullable(find(INIT, report)).map(ReportLine::millis),
                Integer.parseInt(memory),
                Integer.parseInt(used),
                find(STATUS, report) == null));
    }

    private static @Nullable String find(Pattern field, String report) {
        Matcher matcher = field.matcher(report);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static Duration millis(String decimal) {
        return Duration.ofNanos(Math.round(1e6 * Double.parseDouble(decimal)));
    }
}
