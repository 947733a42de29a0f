package dev.breakeven.comparison.quantity;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Distributions as users write them: {@code fixed(154ms)}, {@code exponential(1991ms)}, {@code lognormal(p50=20ms,p99=90ms)},
 * {@code uniform(300s,345s)}, {@code quantiles(p0=1ms,p50=2ms,p100=20ms)}; {@code fixed:154ms} is the same for a shell.
 * Times may be in a file as well, {@code file:PATH}, one to a line, in milliseconds where there is no unit.
 */
public final class DistributionFormat {

    private static final String FILE = "file:";
    private static final Pattern FORM = Pattern.compile("([a-z]+)(?:\\((.*)\\)|:(.*))");
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d+(?:\\.\\d+)?)=(.+)");

    private DistributionFormat() {}

    /** In nanoseconds. */
    public static Distribution ofTimes(String text) {
        if (text.strip().startsWith(FILE)) {
            return seen(text.strip().substring(FILE.length()));
        }
        return parse(text, value -> DurationFormat.parse(value).toNanos());
    }

    /** In bytes. */
    public static Distribution ofSizes(String text) {
        return parse(text, value -> DataSize.parse(value).bytes());
    }

    private static Distribution seen(String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            double[] values = new double[lines.size()];
            int count = 0;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty()) {
                    values[count++] = time(file + ", line " + (i + 1), line);
                }
            }
            return new Distribution.Seen(Arrays.copyOf(values, count));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(file + " cannot be read: is it there, and a text file?", e);
        }
    }

    private static double time(String where, String text) {
        try {
            String unit = Character.isDigit(text.charAt(text.length() - 1)) ? "ms" : "";
            return DurationFormat.parse(text + unit).toNanos();
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(where + ": " + refused.getMessage(), refused);
        }
    }

    private static Distribution parse(String text, ToDoubleFunction<String> unit) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no distribution; fixed(…), exponential(…), uniform(…,…), lognormal(p50=…,p99=…) and "
                    + "quantiles(p0=…,…,p100=…) are.");
        }
        String[] arguments = (matcher.group(2) == null ? matcher.group(3) : matcher.group(2))
                .strip()
                .split("\\s*,\\s*", -1);
        try {
            return switch (matcher.group(1)) {
                case "fixed" -> new Distribution.Fixed(unit.applyAsDouble(only(arguments, 1)[0]));
                case "exponential" -> new Distribution.Exponential(unit.applyAsDouble(only(arguments, 1)[0]));
                case "uniform" -> {
                    String[] ends = only(arguments, 2);
                    yield new Distribution.Uniform(unit.applyAsDouble(ends[0]), unit.applyAsDouble(ends[1]));
                }
                case "lognormal" -> lognormal(percentiles(arguments, unit));
                case "quantiles" -> quantiles(percentiles(arguments, unit));
                default ->
                    throw new IllegalArgumentException("there is fixed, exponential, uniform, lognormal and quantiles");
            };
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("'" + text + "': " + refused.getMessage(), refused);
        }
    }

    private static String[] only(String[] arguments, int count) {
        if (arguments.length != count) {
            throw new IllegalArgumentException("takes " + count + ", not " + arguments.length);
        }
        return arguments;
    }

    private static Distribution lognormal(Map<Double, Double> percentiles) {
        if (!percentiles.keySet().equals(Set.of(0.5, 0.99))) {
            throw new IllegalArgumentException("lognormal takes p50 and p99");
        }
        return new Distribution.Lognormal(requireNonNull(percentiles.get(0.5)), requireNonNull(percentiles.get(0.99)));
    }

    private static Distribution quantiles(Map<Double, Double> percentiles) {
        return new Distribution.Quantiles(
                percentiles.keySet().stream().mapToDouble(p -> p).toArray(),
                percentiles.values().stream().mapToDouble(v -> v).toArray());
    }

    private static Map<Double, Double> percentiles(String[] arguments, ToDoubleFunction<String> unit) {
        Map<Double, Double> percentiles = new LinkedHashMap<>();
        for (String argument : arguments) {
            Matcher matcher = PERCENTILE.matcher(argument);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + argument + "' should be like p99=…");
            }
            percentiles.put(Double.parseDouble(matcher.group(1)) / 100, unit.applyAsDouble(matcher.group(2)));
        }
        return percentiles;
    }
}
