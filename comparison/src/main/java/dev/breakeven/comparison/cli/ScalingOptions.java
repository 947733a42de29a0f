package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.deployment.FunctionScaling;
import dev.breakeven.comparison.deployment.Reuse;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Assumption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a function's environments come, are chosen and go; what is left out is as Lambda does it. */
final class ScalingOptions {

    private static final String KEEP_ALIVE_2025 = "uniform(294s,347s)";
    private static final int ACCOUNT_CONCURRENCY_2026 = 1_000;

    /** What Lambda keeps of an account's concurrency for functions that have nothing reserved. */
    private static final int UNRESERVED_MIN = 100;

    private static final Pattern GROWTH = Pattern.compile("(\\d{1,9})/(.+)");

    @Option(
            names = "--keep-alive",
            paramLabel = "DIST",
            description = "How long an idle environment is kept (default: " + KEEP_ALIVE_2025 + ").")
    private @Nullable String keepAlive;

    @Option(
            names = "--reuse",
            paramLabel = "most-recent|newest|oldest|random",
            converter = ReuseName.class,
            description =
                    "Which idle environment is taken: idle for the shortest time, created last, created first, or any"
                            + " (default: most-recent).")
    private @Nullable Reuse reuse;

    @Option(
            names = "--account-concurrency",
            paramLabel = "N",
            description = "Requests that the account serves at a time (default: 1000).")
    private @Nullable Integer accountConcurrency;

    @Option(names = "--reserved", paramLabel = "N", description = "Of which the function may use so many.")
    private @Nullable Integer reserved;

    @Option(
            names = "--scaling-rate",
            paramLabel = "N/D",
            description = "Environments that may be added in a while (default: 1000/10s).")
    private @Nullable String scalingRate;

    @Option(
            names = "--provisioned",
            paramLabel = "N",
            description = "Environments that are always ready (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    private int provisioned;

    FunctionScaling read() throws BadInputException {
        int account = accountConcurrency();
        int concurrency = reserved == null ? account : reserved;
        int reservedMax = account - UNRESERVED_MIN;
        if (account < 1) {
            throw new BadInputException("--account-concurrency takes 1 or more, not " + account + ".");
        }
        if (reserved != null && (reserved < 1 || reserved > reservedMax)) {
            throw new BadInputException("--reserved takes "
                    + (reservedMax < 1 ? "nothing" : "1 to " + reservedMax) + " of the account's " + account
                    + ", not " + reserved + ": Lambda keeps " + UNRESERVED_MIN
                    + " for functions that have nothing reserved.");
        }
        if (provisioned < 0 || provisioned > concurrency) {
            throw new BadInputException("--provisioned takes 0 to the function's concurrency of " + concurrency
                    + ", not " + provisioned + ".");
        }
        return new FunctionScaling(
                SimulationOptions.times("--keep-alive", keepAlive == null ? KEEP_ALIVE_2025 : keepAlive),
                reuse == null ? Reuse.MOST_RECENT : reuse,
                concurrency,
                provisioned,
                growth());
    }

    private int accountConcurrency() {
        return accountConcurrency == null ? ACCOUNT_CONCURRENCY_2026 : accountConcurrency;
    }

    private FunctionScaling.Growth growth() throws BadInputException {
        if (scalingRate == null) {
            return FunctionScaling.Growth.LAMBDA;
        }
        Matcher matcher = GROWTH.matcher(scalingRate.strip());
        if (!matcher.matches()) {
            throw new BadInputException(
                    "--scaling-rate takes environments in a while, as in 1000/10s, not '" + scalingRate + "'.");
        }
        Duration per = SimulationOptions.duration("--scaling-rate", matcher.group(2));
        try {
            return new FunctionScaling.Growth(Integer.parseInt(matcher.group(1)), per);
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--scaling-rate: " + refused.getMessage() + ".", refused);
        }
    }

    /** Of what was left out. */
    List<Assumption> assumptions() {
        List<Assumption> assumptions = new ArrayList<>();
        if (keepAlive == null) {
            assumptions.add(
                    new Assumption(
                            "keep-alive",
                            KEEP_ALIVE_2025,
                            "fits what ubc-cirrus-lab/demystifying-serverless-costs (EuroSys '26) measured in 2025 to 4 points"));
        }
        if (reuse == null) {
            assumptions.add(
                    new Assumption("reuse", "most-recent", "measurements of 2020 by pacslab/simfaas exclude random"));
        }
        if (accountConcurrency == null) {
            assumptions.add(new Assumption(
                    "account-concurrency", "1,000", "AWS's default limit: AWS agent toolkit, 2026-08-20"));
        }
        if (scalingRate == null) {
            assumptions.add(new Assumption(
                    "scaling-rate",
                    "1,000 environments per 10 s, refilled continuously",
                    "Lambda scaling behaviour, 2026"));
        }
        return assumptions;
    }

    /** Names as in {@code most-recent}. */
    static final class ReuseName implements ITypeConverter<Reuse> {
        @Override
        public Reuse convert(String text) {
            for (Reuse each : Reuse.values()) {
                if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                    return each;
                }
            }
            throw new TypeConversionException("there is most-recent, newest, oldest and random, not '" + text + "'");
        }
    }
}
