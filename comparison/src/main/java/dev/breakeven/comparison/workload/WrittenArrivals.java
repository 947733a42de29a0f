package dev.breakeven.comparison.workload;

import static dev.breakeven.comparison.workload.WorkloadFile.required;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.quantity.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One source of arrivals of a workload file, each with the keys that users write. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "steady", value = WrittenArrivals.Steady.class),
    @JsonSubTypes.Type(name = "paced", value = WrittenArrivals.Evenly.class),
    @JsonSubTypes.Type(name = "daily", value = WrittenArrivals.Rhythm.class),
    @JsonSubTypes.Type(name = "burst", value = WrittenArrivals.Crowd.class),
    @JsonSubTypes.Type(name = "counts", value = WrittenArrivals.Counts.class),
    @JsonSubTypes.Type(name = "log", value = WrittenArrivals.AccessLog.class)
})
sealed interface WrittenArrivals {

    /**
     * What a source is read with.
     *
     * @param folder where the files that it names lie
     * @param written how long the workload lasts as it is written: what a burst brings in total is meant for that
     * @param lasting how long it is to be replayed
     * @param routes of the mix, in its order
     * @param notes what the report should say about the source is added here
     */
    record Surroundings(Folder folder, Duration written, Duration lasting, List<String> routes, List<String> notes) {}

    Arrivals arrivals(Surroundings around) throws BadInputException;

    /** A rate that a source of its own can have. */
    static double perSecond(String key, @Nullable Rate rate) {
        BigDecimal asked = required(key, rate).perSecond();
        double perSecond = asked.doubleValue();
        if (!(perSecond > 0 && perSecond <= PER_SECOND_MAX)) {
            throw new IllegalArgumentException("'" + key + "' takes a rate above 0/s and up to " + PER_SECOND_MAX
                    + "/s, not " + asked.toPlainString() + "/s.");
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

    /** Daily: by the hour of the day and the day of the week. */
    record Rhythm(
            @Nullable Rate mean,
            @Nullable Double peakToMean,
            @Nullable Double peakHour,
            @Nullable Double weekend) implements WrittenArrivals {

        @Override
        public Arrivals arrivals(Surroundings around) {
            return Daily.rhythm(
                    perSecond("mean", mean),
                    required("peak-to-mean", peakToMean),
                    required("peak-hour", peakHour),
                    weekend == null ? 1 : weekend);
        }
    }

    /** Burst: a crowd that comes and goes. */
    record Crowd(
            @Nullable Duration at,
            @Nullable Duration onset,
            @Nullable Double requests,
            @Nullable Duration plateau,
            @Nullable Duration halfLife,
            @Nullable Double jitter)
            implements WrittenArrivals {

        @Override
        public Arrivals arrivals(Surroundings around) {
            return Burst.of(
                            required("at", at),
                            onset == null ? Duration.ZERO : onset,
                            plateau == null ? Duration.ZERO : plateau,
                            halfLife == null ? Duration.ZERO : halfLife,
                            jitter == null ? 1 : jitter,
                            required("requests", requests),
                            around.written())
                    .beginningBefore(around.lasting());
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

    /** Log: each request that was logged. */
    record AccessLog(@Nullable String file, @Nullable LogFormat format) implements WrittenArrivals {

        @Override
        public Arrivals arrivals(Surroundings around) throws BadInputException {
            String name = required("file", file);
            LogFormat written = required("format", format);
            Recorded recorded =
                    LogFile.read(name, around.folder().open(name), written, around.routes(), around.notes());
            long left = recorded.requests().count()
                    - recorded.requests().countBefore(around.lasting().toNanos());
            if (left > 0) {
                around.notes()
                        .add(name + ": " + left + " of " + recorded.requests().count()
                                + " requests come after the workload's end and are left out.");
            }
            Duration silent = around.lasting().minusNanos(recorded.requests().lastNanos());
            if (silent.compareTo(around.lasting().dividedBy(10)) > 0) {
                around.notes()
                        .add(name + ": the log ends, and nobody calls, " + silent.toSeconds()
                                + " s before the workload does.");
            }
            return recorded;
        }
    }
}
