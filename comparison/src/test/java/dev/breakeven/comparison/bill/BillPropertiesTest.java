package dev.breakeven.comparison.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.LcuDimensions;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every bill, on bills of random usage; the seed of one that does not is in the name of its case. */
class BillPropertiesTest {

    private static final BigDecimal HOURS = BigDecimal.valueOf(730);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_total_is_the_sum_of_its_lines_which_are_whole_cents(long seed) throws BadInputException {
        Bill bill = billing(random(seed)).month(usage(random(seed)));
        BigDecimal sum = BigDecimal.ZERO;
        for (LineItem line : bill.lines()) {
            assertThat(line.amount().scale()).isEqualTo(2);
            sum = sum.add(line.amount());
        }
        assertThat(bill.total()).isEqualByComparingTo(sum);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_usage_never_costs_less(long seed) throws BadInputException {
        RandomGenerator random = random(seed);
        Billing billing = billing(random);
        List<Usage> less = usage(random);
        List<Usage> more = new ArrayList<>(less);
        more.addAll(usage(random));
        assertThat(billing.month(more).total())
                .isGreaterThanOrEqualTo(billing.month(less).total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void usage_on_several_lines_costs_what_it_costs_on_one(long seed) throws BadInputException {
        RandomGenerator random = random(seed);
        Billing billing = billing(random);
        BigDecimal one = upTo(random, 1e10);
        BigDecimal other = upTo(random, 1e10);
        assertThat(billing.month(List.of(lambda(one), lambda(other), out(one), out(other)))
                        .total())
                .isEqualByComparingTo(billing.month(List.of(lambda(one.add(other)), out(one.add(other))))
                        .total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_free_tier_never_makes_a_bill_dearer(long seed) throws BadInputException {
        List<Usage> usage = usage(random(seed));
        BigDecimal none = billing(FreeTier.NONE).month(usage).total();
        BigDecimal permanent = billing(FreeTier.PERMANENT).month(usage).total();
        BigDecimal all = billing(FreeTier.ALL).month(usage).total();
        assertThat(permanent).isBetween(all, none);
    }

    private static Usage lambda(BigDecimal count) {
        return new Usage.Lambda(count, count, BigDecimal.ZERO, Architecture.ARM64);
    }

    private static Usage out(BigDecimal bytes) {
        return new Usage.DataOut(bytes.movePointLeft(5));
    }

    /** Between none and all of what can be used, in amounts over many orders of magnitude. */
    private static List<Usage> usage(RandomGenerator random) {
        List<Usage> all = List.of(
                new Usage.Lambda(upTo(random, 1e11), upTo(random, 1e11), upTo(random, 1e9), Architecture.X86_64),
                new Usage.Lambda(upTo(random, 1e11), upTo(random, 1e11), upTo(random, 1e9), Architecture.ARM64),
                new Usage.LambdaProvisioned(
                        upTo(random, 1e9), upTo(random, 1e9), upTo(random, 1e9), Architecture.X86_64),
                new Usage.LambdaStreaming(upTo(random, 1e5), random.nextBoolean()),
                new Usage.RestApi(upTo(random, 1e11), upTo(random, 1e6), Traffic.TIERED),
                new Usage.RestApi(upTo(random, 1e11), upTo(random, 1e6), Traffic.FLAT),
                new Usage.HttpApi(upTo(random, 1e10), upTo(random, 1e6), Traffic.TIERED),
                new Usage.ApplicationLoadBalancer(
                        upTo(random, 10),
                        BigDecimal.TWO,
                        upTo(random, 730),
                        new LcuDimensions(
                                upTo(random, 1e4),
                                upTo(random, 1e6),
                                upTo(random, 100),
                                upTo(random, 1e5),
                                LcuDimensions.Target.LAMBDA)),
                new Usage.ClassicLoadBalancer(upTo(random, 10), BigDecimal.ONE, upTo(random, 730), upTo(random, 1e5)),
                new Usage.Ec2("t3.micro", fleet(random, 100), upTo(random, 730), upTo(random, 1e3), true),
                new Usage.Fargate(
                        fleet(random, 100),
                        upTo(random, 730),
                        BigDecimal.ONE,
                        Gigabytes.ofMegabytes(2_048),
                        Gigabytes.ofMegabytes(40_960),
                        Architecture.X86_64,
                        random.nextBoolean()),
                new Usage.LambdaManagedInstances(
                        "c7g.large", fleet(random, 100), upTo(random, 730), upTo(random, 1e11)),
                new Usage.Lightsail("1GB", fleet(random, 10), BigDecimal.ONE),
                new Usage.LightsailTransfer(
                        fleet(random, 10), BigDecimal.valueOf(2_048), upTo(random, 1e5), upTo(random, 1e5)),
                new Usage.Ebs("gp3", fleet(random, 10), upTo(random, 1e4), upTo(random, 1e5), upTo(random, 1e3)),
                new Usage.DataOut(upTo(random, 1e6)),
                new Usage.Logs(upTo(random, 1e4), upTo(random, 1e4)));
        return all.stream().filter(usage -> random.nextBoolean()).toList();
    }

    private static Fleet fleet(RandomGenerator random, double max) {
        return new Fleet(upTo(random, max), null);
    }

    private static BigDecimal upTo(RandomGenerator random, double max) {
        return new BigDecimal(Math.pow(max, random.nextDouble()) - 1);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Billing billing(RandomGenerator random) throws BadInputException {
        return billing(List.of(FreeTier.values()).get(random.nextInt(3)));
    }

    private static Billing billing(FreeTier tier) throws BadInputException {
        return new Billing(new Terms(PriceLists.packaged().newest("us-east-1"), tier, HOURS, List.of()));
    }
}
