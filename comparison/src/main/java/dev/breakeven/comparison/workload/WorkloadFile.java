package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.Nearest;
import dev.breakeven.comparison.input.Scalar;
import dev.breakeven.comparison.input.YamlFile;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.DistributionFormat;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.quantity.Rate;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads workloads: one of ours by name, a YAML file of the user's, or one in a word, such as {@code steady:0.9/s}. */
public final class WorkloadFile {

    /** Ours, each a file among the packaged workloads. */
    public static final List<String> NAMES = List.of(
            "elb-request-count",
            "idle-side-project",
            "office-hours",
            "front-page-weak",
            "front-page",
            "front-page-strong",
            "front-page-x10",
            "front-page-x100",
            "steady-10rps");

    static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(30);

    private static final Scalar<?>[] SCALARS = {
        new Scalar<>(Duration.class, DurationFormat::parse),
        new Scalar<>(Rate.class, Rate::parse),
        new Scalar<>(LogFormat.class, LogFormat::parse)
    };

    private record Document(
            @Nullable String name,
            @Nullable Duration duration,
            @Nullable Duration clientTimeout,
            @Nullable List<WrittenArrivals> arrivals,
            @Nullable List<Line> requests) {}

    private record Line(
            @Nullable String route,
            @Nullable Double weight,
            @Nullable String payload) {}

    private WorkloadFile() {}

    /**
     * Reads a workload.
     *
     * @param nameOrFileOrSpec one of {@link #NAMES}, the path of a file, or a rate as in {@code steady:0.9/s}
     */
    public static Workload read(String nameOrFileOrSpec) throws BadInputException {
        return read(nameOrFileOrSpec, Optional.empty(), Optional.empty());
    }

    /**
     * Reads a workload for a service that is not ours.
     *
     * @param mix what the service is asked, unless a file of the user's says what: ours and those in a word do not know the
     *     service
     */
    public static Workload read(String nameOrFileOrSpec, RequestMix mix) throws BadInputException {
        return read(nameOrFileOrSpec, Optional.empty(), Optional.of(mix));
    }

    /** Reads a workload that is to last for another time than it says itself. */
    public static Workload read(String nameOrFileOrSpec, Duration duration) throws BadInputException {
        return read(nameOrFileOrSpec, Optional.of(duration), Optional.empty());
    }

    private static Workload read(String text, Optional<Duration> duration, Optional<RequestMix> mix)
            throws BadInputException {
        if (NAMES.contains(text)) {
            Folder ours = Folder.packaged("workloads");
            String file = text + ".yaml";
            Document document = YamlFile.parse(file, ours.read(file), Document.class, SCALARS);
            return asking(mix, workload(file, document, ours, duration, Optional.empty()));
        }
        if (isFile(text)) {
            Path file = Path.of(text);
            Folder beside = Folder.of(file.resolveSibling(""));
            return workload(text, YamlFile.read(file, Document.class, SCALARS), beside, duration, mix);
        }
        Optional<Workload> spec = WorkloadSpec.read(text, duration);
        return asking(
                mix,
                spec.orElseThrow(() -> new BadInputException("There is no workload '" + text
                        + "': it is neither a file, nor a rate like steady:0.9/s or paced:5/s, nor one of "
                        + String.join(", ", NAMES) + "." + Nearest.question(text, NAMES))));
    }

    private static Workload asking(Optional<RequestMix> mix, Workload workload) {
        return mix.map(workload::asking).orElse(workload);
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** @param mix of a file that leaves it out */
    private static Workload workload(
            String file, Document document, Folder folder, Optional<Duration> override, Optional<RequestMix> mix)
            throws BadInputException {
        try {
            Duration duration = override.isPresent() ? override.get() : required("duration", document.duration());
            Optional<RequestMix> leftOut = document.requests() == null ? mix : Optional.empty();
            RequestMix asked = leftOut.isPresent() ? leftOut.get() : mix(document, folder);
            List<String> notes = new ArrayList<>();
            WrittenArrivals.Surroundings around = new WrittenArrivals.Surroundings(
                    folder,
                    document.duration() == null ? duration : document.duration(),
                    duration,
                    asked.kinds().stream().map(RequestMix.Kind::route).toList(),
                    notes);
            List<Arrivals> arrivals = arrivals(file, required("arrivals", document.arrivals()), around);
            Workload read = new Workload(
                    required("name", document.name()),
                    duration,
                    arrivals,
                    asked,
                    document.clientTimeout() == null ? CLIENT_TIMEOUT : document.clientTimeout(),
                    notes);
            return asking(leftOut, read);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException(file + ": " + refused.getMessage(), refused);
        }
    }

    private static RequestMix mix(Document document, Folder folder) {
        List<RequestMix.Kind> kinds = new ArrayList<>();
        for (Line line : required("requests", document.requests())) {
            kinds.add(kind(kinds.size() + 1, line, folder));
        }
        return new RequestMix(kinds);
    }

    private static List<Arrivals> arrivals(
            String file, List<WrittenArrivals> written, WrittenArrivals.Surroundings around) throws BadInputException {
        List<Arrivals> arrivals = new ArrayList<>();
        for (WrittenArrivals source : written) {
            try {
                arrivals.add(source.arrivals(around));
            } catch (IllegalArgumentException | BadInputException refused) {
                throw new BadInputException(
                        file + ": item " + (arrivals.size() + 1) + " of 'arrivals': " + refused.getMessage(), refused);
            }
        }
        return arrivals;
    }

    private static RequestMix.Kind kind(int item, Line line, Folder folder) {
        try {
            String route = required("route", line.route());
            Distribution payload = line.payload() == null
                    ? new Distribution.Fixed(0)
                    : DistributionFormat.ofSizes(line.payload(), folder);
            return new RequestMix.Kind(route, line.weight() == null ? 1 : line.weight(), payload);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("item " + item + " of 'requests': " + refused.getMessage(), refused);
        }
    }

    static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing.");
        }
        return value;
    }
}
