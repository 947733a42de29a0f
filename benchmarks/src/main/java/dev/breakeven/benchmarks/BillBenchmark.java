package dev.breakeven.benchmarks;

import dev.breakeven.comparison.bill.Bill;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.LcuDimensions;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it take to price one month? A sweep prices a hundred thousand, so that 20 microseconds each are two seconds.
 *
 * <pre>./mvnw -q -Dquick -Pbench -pl benchmarks -am verify -Djmh.args=BillBenchmark</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BillBenchmark {

    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final BigDecimal CALLS = BigDecimal.valueOf(5_000_000);

    /** What is billed. */
    public enum Month {
        FUNCTIONS,
        BALANCED_SERVERS;

        List<Usage> usage() {
            return switch (this) {
                case FUNCTIONS ->
                    List.of(
                            new Usage.RestApi(CALLS, BigDecimal.ZERO, Traffic.NONE),
                            new Usage.Lambda(CALLS, BigDecimal.valueOf(900_000), BigDecimal.ZERO, Architecture.X86_64),
                            new Usage.DataOut(BigDecimal.valueOf(200)),
                            new Usage.Logs(BigDecimal.TEN, BigDecimal.TEN));
                case BALANCED_SERVERS ->
                    List.of(
                            new Usage.ApplicationLoadBalancer(
                                    BigDecimal.ONE, BigDecimal.TWO, HOURS, LcuDimensions.IDLE),
                            new Usage.Ec2("t3.micro", Fleet.of(2), HOURS, BigDecimal.ONE, true),
                            new Usage.Ebs("gp3", Fleet.of(2), BigDecimal.valueOf(8), BigDecimal.ZERO, BigDecimal.ZERO),
                            new Usage.DataOut(BigDecimal.valueOf(200)));
            };
        }
    }

    @Param
    public Month month = Month.FUNCTIONS;

    private List<Usage> usage = List.of();
    private final Billing billing = billing();

    @Setup
    public void choose() {
        usage = month.usage();
    }

    @Benchmark
    public Bill bill() {
        return billing.month(usage);
    }

    private static Billing billing() {
        try {
            return new Billing(
                    new Terms(PriceLists.packaged().newest("us-east-1"), FreeTier.PERMANENT, HOURS, List.of()));
        } catch (BadInputException e) {
            throw new IllegalStateException("Our own price list is broken", e);
        }
    }
}
