package dev.breakeven.comparison.usage;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Scalar;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.MeteringRules;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.quantity.Gigabytes;
import dev.breakeven.comparison.quantity.Rate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A month's usage as a user wrote it down, and on what terms it is to be billed. */
public final class UsageFile {

    /** What {@code --usage} writes, which can be read again here. */
    public static final String SCHEMA = "usage/1";

    private static final BigDecimal COUNT_MAX = new BigDecimal("1e15");
    private static final BigDecimal HOURS_DEFAULT = BigDecimal.valueOf(730);

    private static final Scalar<?>[] SCALARS = {
        new Scalar<>(BigDecimal.class, UsageFile::count),
        new Scalar<>(Gigabytes.class, Gigabytes::parse),
        new Scalar<>(Duration.class, DurationFormat::parse),
        new Scalar<>(Rate.class, Rate::parse),
        new Scalar<>(Throughput.class, Throughput::parse),
        new Scalar<>(Architecture.class, Architecture::parse),
        new Scalar<>(FreeTier.class, text -> constant(FreeTier.values(), text)),
        new Scalar<>(Traffic.class, text -> constant(Traffic.values(), text)),
        new Scalar<>(LcuDimensions.Target.class, text -> constant(LcuDimensions.Target.values(), text))
    };

    private record Document(
            @Nullable String schema,
            @Nullable String region,
            @Nullable String prices,
            @Nullable FreeTier freeTier,
            @Nullable BigDecimal hoursPerMonth,
            @Nullable BigDecimal requests,
            @Nullable List<WrittenUsage> usage) {}

    private final Path file;
    private final Document document;
    private final List<WrittenUsage> items;

    private UsageFile(Path file, Document document, List<WrittenUsage> items) {
        this.file = file;
        this.document = document;
        this.items = items;
    }

    public static UsageFile read(Path file) throws BadInputException {
        Document document = YamlFile.read(file, Document.class, SCALARS);
        if (document.schema() != null && !document.schema().equals(SCHEMA)) {
            throw new BadInputException(
                    file + ": 'schema' is " + SCHEMA + " where it is given, not " + document.schema() + ".");
        }
        if (document.usage() == null || document.usage().isEmpty()) {
            throw new BadInputException(file + ": 'usage' is missing; a list with one item for each thing used is"
                    + " accepted, such as '- lambda: {requests: 1000000, duration: 20ms, memory: 128MB}'.");
        }
        BigDecimal hours = document.hoursPerMonth();
        if (hours != null && (hours.compareTo(BigDecimal.ONE) < 0 || hours.compareTo(Usage.HOURS_MAX) > 0)) {
            throw new BadInputException(
                    file + ": 'hours-per-month' takes 1 to 744, not " + hours.toPlainString() + ".");
        }
        return new UsageFile(file, document, document.usage());
    }

    public String region() {
        return document.region() == null ? "us-east-1" : document.region();
    }

    /** The day of a price list or a price file; none for the newest list. */
    public @Nullable String prices() {
        return document.prices();
    }

    public FreeTier freeTier() {
        return document.freeTier() == null ? FreeTier.PERMANENT : document.freeTier();
    }

    public BigDecimal hoursPerMonth() {
        return document.hoursPerMonth() == null ? HOURS_DEFAULT : document.hoursPerMonth();
    }

    /** How many requests the usage is for: as the file says, or the most that one of its items counts; 0 if none does. */
    public BigDecimal requests() {
        if (document.requests() != null) {
            return document.requests();
        }
        return items.stream().map(WrittenUsage::requestCount).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** The usage, rounded as the rules of a price list have it. */
    public List<UsageItem> usage(MeteringRules rules) throws BadInputException {
        Month month = new Month(hoursPerMonth(), rules);
        List<UsageItem> usage = new ArrayList<>();
        for (WrittenUsage item : items) {
            try {
                @Nullable FreeTier own = item.freeTier();
                usage.add(new UsageItem(item.in(month), own == null ? freeTier() : own));
            } catch (IllegalArgumentException refused) {
                throw new BadInputException(
                        file + ": item " + (usage.size() + 1) + " of 'usage': " + refused.getMessage(), refused);
            }
        }
        return usage;
    }

    private static BigDecimal count(String text) {
        BigDecimal count;
        try {
            count = new BigDecimal(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number.", e);
        }
        if (count.signum() < 0 || count.compareTo(COUNT_MAX) > 0) {
            throw new IllegalArgumentException("0 to 1e15 are accepted, not " + text + ".");
        }
        return count;
    }

    private static <E extends Enum<E>> E constant(E[] constants, String text) {
        return Stream.of(constants)
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Stream.of(constants).map(UsageFile::word).collect(Collectors.joining(", ")) + "."));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
