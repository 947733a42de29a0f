package dev.breakeven.comparison.verdict;

import static dev.breakeven.comparison.deployment.Deployment.Functions.MEGABYTES_PER_VCPU;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.measurement.RouteMeasurement;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.quantity.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a question can be turned, one value after another. Some are choices of whoever deploys, among which there is a best one;
 * the others are what the world brings.
 */
public enum Knob {
    /** Of a function, and with it its share of a processor. */
    MEMORY(Unit.MEGABYTES, true, "128", "10240") {
        @Override
        Question turned(Question before, BigDecimal value) {
            return before.with(functions(before).withMemory(value.intValueExact()));
        }
    },
    /** How many requests at a time a function serves at the most. */
    CONCURRENCY(Unit.COUNT, true, "1", "1000000") {
        @Override
        Question turned(Question before, BigDecimal value) {
            Deployment.Functions functions = functions(before);
            return before.with(functions.withScaling(functions.scaling().withConcurrency(value.intValueExact())));
        }
    },
    /** How many servers there are in the beginning and at the least. */
    INSTANCES(Unit.COUNT, true, "1", "10000") {
        @Override
        Question turned(Question before, BigDecimal value) {
            Deployment.Servers servers = servers(before);
            return before.with(servers.withGroup(servers.group().withInstances(value.intValueExact())));
        }
    },
    /** Requests a second on average, in the workload's shape. */
    RATE(Unit.RATE, false, "0.0001", "1000000") {
        @Override
        Question turned(Question before, BigDecimal value) {
            double mean = before.workload().expectedRequests()
                    / before.workload().duration().toSeconds();
            return before.with(before.workload().scaled(value.doubleValue() / mean));
        }
    },
    /** The size of what is sent. */
    PAYLOAD(Unit.TIMES, false, "0.001", "1000") {
        @Override
        Question turned(Question before, BigDecimal value) {
            return before.with(before.workload().sending(value.doubleValue()));
        }
    },
    /** Time without CPU in each request, beyond what was measured: billed on functions, overlapped on servers. */
    WAIT(Unit.MILLIS, false, "0", "900000") {
        @Override
        Question turned(Question before, BigDecimal value) {
            Duration more = Duration.ofNanos(value.movePointRight(6).longValue());
            return with(before, route -> route.withWaits(route.waits().plus(more)));
        }
    },
    /** The CPU time of each request; what a start and a first call take beyond it stays. */
    DURATION(Unit.TIMES, false, "0.001", "1000") {
        @Override
        Question turned(Question before, BigDecimal value) {
            return with(before, route -> route.withCpu(route.cpu().times(value.doubleValue())));
        }
    },
    /** How many times as fast the requests of each hour come: then they are over in that part of it, and nobody calls. */
    BURSTINESS(Unit.TIMES, false, "1", "3600") {
        @Override
        Question turned(Question before, BigDecimal value) {
            return before.with(before.workload().bunched(value.doubleValue()));
        }
    },
    /** How long callers wait for an answer. */
    PATIENCE(Unit.MILLIS, false, "1", "3600000") {
        @Override
        Question turned(Question before, BigDecimal value) {
            return before.with(before.workload()
                    .within(Duration.ofNanos(value.movePointRight(6).longValue())));
        }
    };

    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1_000);

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(MB)?");

    /** What values are written in. */
    private enum Unit {
        MEGABYTES("mb", "%,d MB"),
        COUNT("", "%,d"),
        RATE("per_s", "%s/s"),
        TIMES("times", "× %s"),
        MILLIS("ms", "%s ms");

        private final String column;
        private final String form;

        Unit(String column, String form) {
            this.column = column;
            this.form = form;
        }

        boolean isWhole() {
            return this == MEGABYTES || this == COUNT;
        }
    }

    private final Unit unit;
    private final boolean choice;
    private final BigDecimal least;
    private final BigDecimal most;

    Knob(Unit unit, boolean choice, String least, String most) {
        this.unit = unit;
        this.choice = choice;
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
    }

    /**
     * The question with this at a value.
     *
     * @throws IllegalArgumentException if the deployment has no such knob or cannot be so
     */
    abstract Question turned(Question before, BigDecimal value);

    /** As a user writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Knob> named(String label) {
        return Stream.of(values()).filter(knob -> knob.label().equals(label)).findFirst();
    }

    static String labels() {
        return Stream.of(values()).map(Knob::label).collect(Collectors.joining(", "));
    }

    /** What its values stand under in a table for programs. */
    public String column() {
        return unit.column.isEmpty() ? label() : label() + "_" + unit.column;
    }

    /** Whether whoever deploys decides on it. */
    public boolean isChoice() {
        return choice;
    }

    /** Values at which something changes, which belong into any range that is not told otherwise. */
    List<BigDecimal> landmarks() {
        return this == MEMORY ? List.of(BigDecimal.valueOf(MEGABYTES_PER_VCPU)) : List.of();
    }

    /** Reads a value. */
    BigDecimal parse(String text) {
        return switch (unit) {
            case MILLIS ->
                BigDecimal.valueOf(DurationFormat.parse(text).toNanos())
                        .movePointLeft(6)
                        .stripTrailingZeros();
            case RATE -> Rate.parse(text).perSecond();
            case MEGABYTES, COUNT, TIMES -> number(text);
        };
    }

    private BigDecimal number(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || (matcher.group(2) != null && unit != Unit.MEGABYTES)) {
            throw new IllegalArgumentException("'" + text + "' is no number.");
        }
        return new BigDecimal(matcher.group(1));
    }

    /** The value as it is used: megabytes and counts are whole, others have six digits. */
    BigDecimal rounded(BigDecimal value) {
        return unit.isWhole()
                ? value.setScale(0, RoundingMode.HALF_UP)
                : new BigDecimal(
                        value.round(new MathContext(6)).stripTrailingZeros().toPlainString());
    }

    /** Refuses what it cannot be. */
    BigDecimal checked(BigDecimal value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    label() + " takes " + shown(least) + " to " + shown(most) + ", not " + shown(value) + ".");
        }
        return value;
    }

    /** A value as people read it. */
    public String shown(BigDecimal value) {
        if (unit.isWhole()) {
            return String.format(Locale.ROOT, unit.form, value.toBigInteger());
        }
        boolean seconds = unit == Unit.MILLIS && value.compareTo(MILLIS_PER_SECOND) >= 0;
        BigDecimal number = seconds ? value.movePointLeft(3) : value;
        return String.format(
                Locale.ROOT,
                seconds ? "%s s" : unit.form,
                number.stripTrailingZeros().toPlainString());
    }

    private static Question with(Question before, UnaryOperator<RouteMeasurement> change) {
        return before.with(before.measured().with(host -> host.with(change)));
    }

    private static Deployment.Functions functions(Question question) {
        return switch (question.deployment()) {
            case Deployment.Functions functions -> functions;
            case Deployment.Servers servers ->
                throw new IllegalArgumentException(servers.name() + " is of servers and has instances; memory and"
                        + " concurrency are of functions.");
        };
    }

    private static Deployment.Servers servers(Question question) {
        return switch (question.deployment()) {
            case Deployment.Servers servers -> servers;
            case Deployment.Functions functions ->
                throw new IllegalArgumentException(functions.name() + " is a function and has memory and concurrency;"
                        + " instances are of servers.");
        };
    }
}
