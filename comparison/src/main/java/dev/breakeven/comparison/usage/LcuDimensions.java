package dev.breakeven.comparison.usage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;

/**
 * What an application load balancer does in an average hour. One load balancer capacity unit (LCU) covers 25 new connections a
 * second, 3,000 active ones, 1 GB an hour (0.4 GB to functions) and 1,000 rule evaluations a second; only the dimension that
 * takes the most is billed.
 *
 * @param ruleEvaluationsPerSecond beyond the ten rules that each request has free
 */
public record LcuDimensions(
        BigDecimal newConnectionsPerSecond,
        BigDecimal activeConnections,
        BigDecimal gigabytesPerHour,
        BigDecimal ruleEvaluationsPerSecond,
        Target target) {

    /** What the balancer sends requests to. */
    public enum Target {
        INSTANCE("1"),
        LAMBDA("0.4");

        private final BigDecimal gigabytesPerLcu;

        Target(String gigabytesPerLcu) {
            this.gigabytesPerLcu = new BigDecimal(gigabytesPerLcu);
        }
    }

    private static final BigDecimal NEW_PER_LCU = BigDecimal.valueOf(25);
    private static final BigDecimal ACTIVE_PER_LCU = BigDecimal.valueOf(3_000);
    private static final BigDecimal RULES_PER_LCU = BigDecimal.valueOf(1_000);

    public static final LcuDimensions IDLE =
            new LcuDimensions(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Target.INSTANCE);

    /** The largest of the four. */
    public BigDecimal lcus() {
        return Stream.of(
                        newConnectionsPerSecond.divide(NEW_PER_LCU, MathContext.DECIMAL128),
                        activeConnections.divide(ACTIVE_PER_LCU, MathContext.DECIMAL128),
                        gigabytesPerHour.divide(target.gigabytesPerLcu, MathContext.DECIMAL128),
                        ruleEvaluationsPerSecond.divide(RULES_PER_LCU, MathContext.DECIMAL128))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
