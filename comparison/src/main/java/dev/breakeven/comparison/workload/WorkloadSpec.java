package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.quantity.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Workloads in one word, for the command line: {@code steady(0.9/s)} or {@code steady:0.9/s}, a Poisson process, and
 * {@code paced(5/s)}, evenly spaced. Each asks for {@code GET /} without a payload, for thirty days unless told otherwise.
 */
final class WorkloadSpec {

    private static final Pattern FORM = Pattern.compile("(steady|paced)(?:\\((.*)\\)|:(.*))");
    private static final Duration DURATION = Duration.ofDays(30);
    private static final RequestMix MIX =
            new RequestMix(List.of(new RequestMix.Kind("GET /", 1, new Distribution.Fixed(0))));

    private WorkloadSpec() {}

    /** The workload, or none where the text is no spec. */
    static Optional<Workload> read(String text, Optional<Duration> duration) throws BadInputException {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Rate rate = Rate.parse(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            double perSecond = WrittenArrivals.perSecond(matcher.group(1), rate);
            Arrivals arrivals = matcher.group(1).equals("paced") ? new Paced(perSecond) : RateSteps.steady(perSecond);
            return Optional.of(new Workload(
                    text.strip(),
                    duration.orElse(DURATION),
                    List.of(arrivals),
                    MIX,
                    WorkloadFile.CLIENT_TIMEOUT,
                    List.of()));
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("The workload " + text + ": " + refused.getMessage(), refused);
        }
    }
}
