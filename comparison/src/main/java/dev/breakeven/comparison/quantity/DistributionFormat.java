package dev.breakeven.comparison.quantity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Distributions as users write them: {@code fixed(154ms)}, {@code exponential(1991ms)}, {@code lognormal(p50=20ms,p99=90ms)},
 * {@code uniform(300s,345s)}, {@code quantiles(p0=1ms,p50=2ms,p100=20ms)}; {@code fixed:154ms} is the same for a shell. {@code file:PATH} names a file
 * with a value on each line, as it was measured: with a unit, or a bare number of milliseconds or bytes. Empty lines and those
 * that start with # are passed over.
 */
public final class DistributionFormat {

    private static final Pattern FORM = Pattern.compile("([a-z]+)(?:\\((.*)\\)|:(.*))");
    private static final Pattern BARE = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d+(?:\\.\\d+)?)=(.+)");

    private DistributionFormat() {}

    /** What values are written in: with a unit, or bare in a file. */
    private enum Unit {
        TIME {
            @Override
            double withUnit(String text) {
                return DurationFormat.parse(text).toNanos();
            }

            @Override
            double bare(double number) {
                return number * NANOS_PER_MILLI;
            }
        },
        SIZE {
            @Override
            double withUnit(String text) {
                return DataSize.parse(text).bytes();
            }

            @Override
            double bare(double number) {
                return number;
            }
        };

        abstract double withUnit(String text);

        abstract double bare(double number);
    }

    /** In nanoseconds. A file is looked for in the working directory. */
    public static Distribution ofTimes(String text) {
        return parse(text, Unit.TIME, Folder.of(Path.of("")));
    }

    /** In bytes. */
    public static Distribution ofSizes(String text, Folder folder) {
        return parse(text, Unit.SIZE, folder);
    }

    /** In bytes. A file is looked for in the working directory. */
    public static Distribution ofSizes(String text) {
        return ofSizes(text, Folder.of(Path.of("")));
    }

    private static Distribution parse(String text, Unit unit, Folder folder) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no distribution; fixed(…), exponential(…), uniform(…,…), lognormal(p50=…,p99=…), "
                    + "quantiles(p0=…,…,p100=…) and file:PATH are.");
        }
        String[] arguments = (matcher.group(2) == null ? matcher.group(3) : matcher.group(2))
                .strip()
                .split("\\s*,\\s*", -1);
        try {
            return switch (matcher.group(1)) {
                case "fixed" -> new Distribution.Fixed(unit.withUnit(only(arguments, 1)[0]));
                case "exponential" -> new Distribution.Exponential(unit.withUnit(only(arguments, 1)[0]));
                case "uniform" -> {
                    String[] ends = only(arguments, 2);
                    yield new Distribution.Uniform(unit.withUnit(ends[0]), unit.withUnit(ends[1]));
                }
                case "lognormal" -> lognormal(percentiles(arguments, unit));
                case "quantiles" -> quantiles(percentiles(arguments, unit));
                case "file" -> new Distribution.Seen(values(folder, file(matcher), unit));
                default ->
                    throw new IllegalArgumentException(
                            "there is fixed, exponential, uniform, lognormal, quantiles and file");
            };
        } catch (IllegalArgumentException refused) {
            String why = String.valueOf(refused.getMessage());
            throw new IllegalArgumentException("'" + text + "': " + why + (why.endsWith(".") ? "" : "."), refused);
        }
    }

    private static String file(Matcher matcher) {
        return (matcher.group(2) == null ? matcher.group(3) : matcher.group(2)).strip();
    }

    private static double[] values(Folder folder, String file, Unit unit) {
        List<String> lines;
        try {
            lines = new String(folder.read(file), UTF_8).lines().toList();
        } catch (BadInputException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
        double[] values = new double[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                values[count++] = value(line, unit, file + ", line " + (i + 1) + ": ");
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static double value(String text, Unit unit, String where) {
        try {
            return BARE.matcher(text).matches() ? unit.bare(Double.parseDouble(text)) : unit.withUnit(text);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    where + refused.getMessage() + " Bare numbers are taken for "
                            + (unit == Unit.TIME ? "milliseconds." : "bytes."),
                    refused);
        }
    }

    private static String[] only(String[] arguments, int count) {
        if (arguments.length != count) {
            throw new IllegalArgumentException(
                    "it takes " + (count == 1 ? "1 value" : count + " values") + ", not " + arguments.length);
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

    private static Map<Double, Double> percentiles(String[] arguments, Unit unit) {
        Map<Double, Double> percentiles = new LinkedHashMap<>();
        for (String argument : arguments) {
            Matcher matcher = PERCENTILE.matcher(argument);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + argument + "' should be like p99=…");
            }
            double at = Double.parseDouble(matcher.group(1)) / 100;
            if (percentiles.put(at, unit.withUnit(matcher.group(2))) != null) {
                throw new IllegalArgumentException("p" + matcher.group(1) + " is given twice");
            }
        }
        return percentiles;
    }
}
