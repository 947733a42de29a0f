package dev.breakeven.loadtest;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One side in words and figures, as the page shows them.
 *
 * @param tone of its colour
 * @param cost none, where the target's use is not known
 */
public record Side(
        String label,
        int tone,
        String simulation,
        String service,
        String workload,
        String began,
        int injectors,
        String requests,
        String failed,
        String p50,
        String p90,
        String p99,
        String slowest,
        @Nullable Cost cost) {

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /**
     * What it took.
     *
     * @param mean how many environments or instances there were
     * @param perMillion dollars for a million requests like these
     */
    public record Cost(
            String coldStarts,
            String mean,
            String peak,
            String total,
            String perMillion,
            int timeScale,
            String minutes,
            String region,
            String prices,
            List<Line> lines) {}

    /** Of a bill. */
    public record Line(String name, String quantity, String unit, String unitPrice, String amount, String source) {}

    static Side of(Seen seen, int tone) {
        Run run = seen.first();
        Seen.Part whole = seen.whole();
        long failed = whole.failed().getTotalCount();
        return new Side(
                run.label(),
                tone,
                run.simulation(),
                run.service(),
                run.workload(),
                Instant.parse(run.began())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace('T', ' ')
                        .replace("Z", " UTC"),
                seen.runs().size(),
                String.format(Locale.ROOT, "%,d", whole.requests()),
                failed == 0
                        ? "none"
                        : String.format(Locale.ROOT, "%,d (%.2f %%)", failed, 100.0 * failed / whole.requests()),
                duration(whole.answeredMillis(50)),
                duration(whole.answeredMillis(90)),
                duration(whole.answeredMillis(99)),
                duration(whole.answeredMillis(100)),
                cost(seen));
    }

    /** Only the one that has started the target knows. */
    private static @Nullable Cost cost(Seen seen) {
        return seen.runs().stream()
                .filter(run -> run.spent() != null)
                .findFirst()
                .map(Side::cost)
                .orElse(null);
    }

    private static Cost cost(Run run) {
        Run.Spent spent = requireNonNull(run.spent());
        JsonNode bill = spent.bill();
        List<Line> lines = StreamSupport.stream(bill.get("lines").spliterator(), false)
                .map(Side::line)
                .toList();
        BigDecimal exact = StreamSupport.stream(bill.get("lines").spliterator(), false)
                .map(line -> decimal(line, "quantity").multiply(decimal(line, "unitPrice")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String unit = requireNonNullElse(run.unit(), "");
        return new Cost(
                unit.equals("environments") ? String.format(Locale.ROOT, "%,d", spent.coldStarts()) : "",
                String.format(Locale.ROOT, "%.1f %s", spent.mean(), unit),
                Integer.toString(spent.peak()),
                bill.get("total").asText(),
                exact.multiply(MILLION)
                        .divide(BigDecimal.valueOf(Math.max(1, spent.requests())), 2, RoundingMode.HALF_UP)
                        .toPlainString(),
                spent.timeScale(),
                String.format(Locale.ROOT, "%.1f", run.seconds() * spent.timeScale() / 60),
                bill.get("region").asText(),
                bill.get("prices").asText(),
                lines);
    }

    private static Line line(JsonNode line) {
        return new Line(
                line.get("name").asText(),
                eye(decimal(line, "quantity")),
                line.get("unit").asText(),
                line.get("unitPrice").asText(),
                line.get("amount").asText(),
                line.get("source").asText());
    }

    private static BigDecimal decimal(JsonNode line, String field) {
        return new BigDecimal(line.get(field).asText());
    }

    private static String eye(BigDecimal quantity) {
        return String.format(
                Locale.ROOT, quantity.compareTo(BigDecimal.valueOf(100)) >= 0 ? "%,.0f" : "%.3f", quantity);
    }

    static String duration(double millis) {
        if (Double.isNaN(millis)) {
            return "no answer";
        }
        return millis >= MILLIS_PER_SECOND
                ? String.format(Locale.ROOT, "%.2f s", millis / MILLIS_PER_SECOND)
                : String.format(Locale.ROOT, millis >= 100 ? "%.0f ms" : "%.1f ms", millis);
    }
}
