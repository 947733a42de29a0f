package dev.breakeven.comparison.quantity;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a value may be and how often, in whatever unit it was written: times in nanoseconds, sizes in bytes. */
public sealed interface Distribution {

    double sample(RandomGenerator random);

    /** The same with every value multiplied. */
    Distribution scaled(double factor);

    /** Nothing less than this is ever drawn. */
    default double least() {
        return 0;
    }

    /** Always the same. */
    record Fixed(double value) implements Distribution {
        @Override
        public Fixed scaled(double factor) {
            return new Fixed(factor * value);
        }

        @Override
        public double least() {
            return value;
        }

        @Override
        public double sample(RandomGenerator random) {
            return value;
        }
    }

    record Exponential(double mean) implements Distribution {
        @Override
        public Exponential scaled(double factor) {
            return new Exponential(factor * mean);
        }

        @Override
        public double sample(RandomGenerator random) {
            return mean * random.nextExponential();
        }
    }

    record Uniform(double from, double to) implements Distribution {

        public Uniform {
            if (from > to) {
                throw new IllegalArgumentException(
                        "uniform goes up, from the smaller to the larger value, as in uniform(1,3)");
            }
        }

        @Override
        public Uniform scaled(double factor) {
            return new Uniform(factor * from, factor * to);
        }

        @Override
        public double least() {
            return from;
        }

        @Override
        public double sample(RandomGenerator random) {
            return from + (to - from) * random.nextDouble();
        }
    }

    /**
     * Normal in its logarithm.
     *
     * @param p50 the median
     * @param p99 exceeded once in a hundred
     */
    record Lognormal(double p50, double p99) implements Distribution {

        private static final double Z99 = 2.3263478740408408;

        public Lognormal {
            if (!(p50 > 0 && p99 >= p50)) {
                throw new IllegalArgumentException("lognormal takes p50 > 0 and p99 of at least p50");
            }
        }

        @Override
        public Lognormal scaled(double factor) {
            return new Lognormal(factor * p50, factor * p99);
        }

        @Override
        public double sample(RandomGenerator random) {
            return p50 * Math.pow(p99 / p50, random.nextGaussian() / Z99);
        }
    }

    /**
     * Straight lines between quantiles.
     *
     * @param at probabilities, rising from 0 to 1
     * @param values what is reached with each, never falling
     */
    @SuppressWarnings("ArrayRecordComponent") // Read in the simulator's loop, never handed out.
    record Quantiles(double[] at, double[] values) implements Distribution {

        public Quantiles {
            if (at.length < 2 || at.length != values.length || at[0] != 0 || at[at.length - 1] != 1) {
                throw new IllegalArgumentException("quantiles take p0, p100 and any between, in rising order");
            }
            for (int i = 1; i < at.length; i++) {
                if (at[i] <= at[i - 1] || values[i] < values[i - 1]) {
                    throw new IllegalArgumentException("quantiles go up, percentile by percentile and value by value");
                }
            }
        }

        @Override
        public Quantiles scaled(double factor) {
            return new Quantiles(
                    at, Arrays.stream(values).map(value -> factor * value).toArray());
        }

        @Override
        public double least() {
            return values[0];
        }

        @Override
        public double sample(RandomGenerator random) {
            double p = random.nextDouble();
            int i = 1;
            while (p > at[i]) {
                i++;
            }
            return values[i - 1] + (values[i] - values[i - 1]) * (p - at[i - 1]) / (at[i] - at[i - 1]);
        }
    }

    /** One of the values seen, each as likely as the others. */
    @SuppressWarnings("ArrayRecordComponent") // Read in the simulator's loop, never handed out.
    record Seen(double[] values) implements Distribution {

        public Seen {
            if (values.length == 0) {
                throw new IllegalArgumentException("has no value; one a line is accepted");
            }
        }

        @Override
        public Seen scaled(double factor) {
            return new Seen(Arrays.stream(values).map(value -> factor * value).toArray());
        }

        @Override
        public double least() {
            return Arrays.stream(values).min().orElseThrow();
        }

        @Override
        public double sample(RandomGenerator random) {
            return values[random.nextInt(values.length)];
        }
    }
}
