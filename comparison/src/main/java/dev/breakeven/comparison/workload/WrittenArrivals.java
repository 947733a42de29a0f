package dev.breakeven.comparison.workload;

import static dev.breakeven.comparison.workload.WorkloadFile.required;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.quantity.Rate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One source of arrivals of a workload file, each with the keys that users write. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "steady", value = WrittenArrivals.Steady.class),
    @JsonSubTypes.Type(name = "paced", value = WrittenArrivals.Evenly.class),
    @JsonSubTypes.Type(name = "counts", value = WrittenArrivals.Counts.class)
})
sealed interface WrittenArrivals {

    /**
     * What a source is read with.
     *
     * @param folder where the files that it names lie
     * @param duration of the workload
     * @param notes what the report should say about the source is added here
     */
    record Surroundings(Folder folder, Duration duration, List<String> notes) {}

    Arrivals arrivals(Surroundings around) throws BadInputException;

    /** A rate that a source of its own can have. */
    static double perSecond(String key, @Nullable Rate rate) {
        double perSecond = required(key, rate).perSecond().doubleValue();
        if (!(perSecond > 0 && perSecond <= PER_SECOND_MAX)) {
            throw new IllegalArgumentException("'" + key + "' takes a rate above 0/s and up to " + PER_SECOND_MAX
                    + "/s, not " + perSecond + "/s.");
        }
        return perSecond;
    }

    int PER_SECOND_MAX = 100_000_000;

    record Steady(@Nullable Rate rate) implements WrittenArrivals {

        @Override
        public Arrivals arrivals(Surroundings around) {
            return RateSteps.steady(perSecond("rate", rate));
        }
    }

    /** Paced: evenly spaced. */
    record Evenly(@Nullable Rate rate) implements WrittenArrivals {

        @Override
        public Arrivals arrivals(Surroundings around) {
            return new Paced(perSecond("rate", rate));
        }
    }

    record Counts(
            @Nullable String file,
            @Nullable Duration period,
            @Nullable Double scale,
            @Nullable Boolean repeat) implements WrittenArrivals {

        private static final double SCALE_MAX = 1e6;

        @Override
        public Arrivals arrivals(Surroundings around) throws BadInputException {
            String name = required("file", file);
            Duration each = required("period", period);
            if (each.toSeconds() < 1 || each.toNanosPart() != 0) {
                throw new IllegalArgumentException(
                        "'period' takes whole seconds, 1s and up, not " + each.toNanos() / 1e9 + " s.");
            }
            double factor = scale == null ? 1 : scale;
            if (!(factor > 0 && factor <= SCALE_MAX)) {
                throw new IllegalArgumentException(
                        "'scale' takes a number above 0 and up to 1000000, not " + factor + ".");
            }
            CountsFile counts = CountsFile.parse(name, around.folder().read(name), each);
            if (counts.missing() > 0) {
                around.notes()
                        .add(name + ": " + counts.missing() + " of "
                                + counts.counts().size() + " periods have no row and count as 0.");
            }
            double[] expected = counts.counts().stream()
                    .mapToDouble(count -> factor * count)
                    .toArray();
            return new RateSteps(each.toNanos(), expected, Boolean.TRUE.equals(repeat));
        }
    }
}
