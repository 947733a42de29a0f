package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.quantity.Rate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads workloads: one of ours by name, or a YAML file of the user's. */
public final class WorkloadFile {

    /** Ours, each a file among the packaged workloads. */
    public static final List<String> NAMES = List.of("elb-request-count");

    private record Document(
            @Nullable String name,
            @Nullable String duration,
            @Nullable String clientTimeout,
            @Nullable List<Arrivals> arrivals,
            @Nullable List<Line> requests) {}

    private record Arrivals(
            @Nullable Steady steady, @Nullable Counts counts) {}

    private record Steady(@Nullable String rate) {}

    private record Counts(
            @Nullable String file,
            @Nullable String period,
            @Nullable Double scale,
            @Nullable Boolean repeat) {}

    private record Line(
            @Nullable String route,
            @Nullable Double weight,
            @Nullable String payload) {}

    private WorkloadFile() {}

    /**
     * Reads a workload.
     *
     * @param nameOrFile one of {@link #NAMES}, or the path of a file
     */
    public static Workload read(String nameOrFile) throws BadInputException {
        if (NAMES.contains(nameOrFile)) {
            Folder ours = Folder.packaged("workloads");
            String file = nameOrFile + ".yaml";
            return workload(file, YamlFile.parse(file, ours.read(file), Document.class), ours);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("There is no workload '" + nameOrFile + "': it is neither a file nor one of "
                    + String.join(", ", NAMES) + ".");
        }
        return workload(nameOrFile, YamlFile.read(file, Document.class), Folder.of(file.resolveSibling("")));
    }

    private static Workload workload(String file, Document document, Folder folder) throws BadInputException {
        try {
            Duration duration = DurationFormat.parse(required("duration", document.duration()));
            List<String> notes = new ArrayList<>();
            List<RateSteps> rates = new ArrayList<>();
            for (Arrivals source : required("arrivals", document.arrivals())) {
                rates.add(rate(source, folder, duration, notes));
            }
            List<RequestMix.Kind> kinds = new ArrayList<>();
            for (Line line : required("requests", document.requests())) {
                kinds.add(kind(line));
            }
            return new Workload(
                    required("name", document.name()),
                    duration,
                    rates,
                    new RequestMix(kinds),
                    DurationFormat.parse(document.clientTimeout() == null ? "30s" : document.clientTimeout()),
                    notes);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(file + ": " + refused.getMessage(), refused);
        }
    }

    private static RateSteps rate(Arrivals source, Folder folder, Duration duration, List<String> notes)
            throws BadInputException {
        if ((source.steady() == null) == (source.counts() == null)) {
            throw new IllegalArgumentException("each source of arrivals is either steady or counts.");
        }
        return source.steady() != null
                ? RateSteps.steady(Rate.parse(required("rate", source.steady().rate()))
                        .perSecond()
                        .doubleValue())
                : counted(source.counts(), folder, duration, notes);
    }

    private static RateSteps counted(Counts source, Folder folder, Duration duration, List<String> notes)
            throws BadInputException {
        String file = required("file", source.file());
        Duration period = DurationFormat.parse(required("period", source.period()));
        if (period.toSeconds() < 1) {
            throw new IllegalArgumentException("'period' takes 1s and up, not " + source.period() + ".");
        }
        CountsFile counts = CountsFile.parse(file, folder.read(file), period);
        if (counts.missing() > 0) {
            notes.add(file + ": " + counts.missing() + " of " + counts.counts().size()
                    + " periods have no row and count as 0.");
        }
        double scale = source.scale() == null ? 1 : source.scale();
        long periods = Boolean.TRUE.equals(source.repeat())
                ? counts.counts().size()
                : Math.max(counts.counts().size(), duration.dividedBy(period) + 1);
        double[] expected = new double[Math.toIntExact(periods)];
        for (int i = 0; i < counts.counts().size(); i++) {
            expected[i] = scale * counts.counts().get(i);
        }
        return new RateSteps(period.toNanos(), expected);
    }

    private static RequestMix.Kind kind(Line line) {
        String route = required("route", line.route());
        Distribution payload =
                line.payload() == null ? new Distribution.Fixed(0) : DistributionFormat.ofSizes(line.payload());
        return new RequestMix.Kind(route, line.weight() == null ? 1 : line.weight(), payload);
    }

    private static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing.");
        }
        return value;
    }
}
