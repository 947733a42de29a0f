package dev.breakeven.comparison.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Discount;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.usage.Demand;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.comparison.usage.UsageItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CostCrossingsTest {

    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final long MAX = 100_000_000_000L;
    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    /** 0.0000035 a request against 730 hours at 0.0042, which are 3.066: 876,000 requests. */
    @Test
    void a_line_crosses_a_constant_at_one_number_of_requests() throws Exception {
        assertThat(CostCrossings.ranges(curve(rest()), curve(instance("t4g.nano", null)), MAX))
                .containsExactly(
                        new CostCrossings.Range(0, 876_000, -1),
                        new CostCrossings.Range(876_000, 876_001, 0),
                        new CostCrossings.Range(876_001, MAX + 1, 1));
    }

    /** A dollar a million against 7.592 for every 8 million begun: cheaper, dearer, cheaper, 19 times over. */
    @Test
    void a_line_crosses_a_fleet_at_every_instance_until_it_is_left_behind() throws Exception {
        List<CostCrossings.Range> ranges =
                CostCrossings.ranges(curve(http()), curve(instance("t3.micro", "8000000")), 250_000_000);
        List<Long> cheaperAgain = ranges.stream()
                .filter(range -> range.order() < 0)
                .map(CostCrossings.Range::from)
                .toList();
        assertThat(cheaperAgain)
                .containsExactlyElementsOf(LongStream.range(0, 19)
                        .mapToObj(k -> k == 0 ? 0 : 8_000_000 * k + 1)
                        .toList());
        assertThat(ranges.getFirst().below()).isEqualTo(7_592_000);
        assertThat(ranges.getLast()).isEqualTo(new CostCrossings.Range(144_248_001, 250_000_001, 1));
    }

    /** A million requests are free for ever, then 0.20 a million: 0.1 million for 2 cents, at 1.1 million requests. */
    @Test
    void what_is_free_bends_the_line() throws Exception {
        CostCurve lambda =
                curve(FreeTier.PERMANENT, new Usage.Lambda(millions(1), NOTHING, NOTHING, Architecture.ARM64));
        assertThat(CostCrossings.ranges(lambda, logs("0.04"), MAX).getFirst())
                .isEqualTo(new CostCrossings.Range(0, 1_100_000, -1));
    }

    /** REST: 333 million at 3.50 are 1,165.50, then 2.80; 1,400 dollars are reached 83.75 million later. */
    @Test
    void a_tier_bends_the_line() throws Exception {
        assertThat(CostCrossings.ranges(curve(rest()), logs("2800"), MAX).getFirst())
                .isEqualTo(new CostCrossings.Range(0, 416_750_000, -1));
    }

    @Test
    void a_discount_moves_the_crossing() throws Exception {
        CostCurve discounted = new CostCurve(
                "half",
                new Demand(List.of(free(instance("t4g.nano", null))), NOTHING),
                new Billing(terms(FreeTier.NONE, new Discount("ec2", new BigDecimal("0.5")))));
        assertThat(CostCrossings.ranges(curve(rest()), discounted, MAX)
                        .getFirst()
                        .below())
                .isEqualTo(438_000);
    }

    @Test
    void what_costs_the_same_has_no_crossing_and_is_not_looked_at_for_ever() throws Exception {
        CostCurve fleet = curve(instance("t3.micro", "1000"));
        List<CostCrossings.Range> ranges = CostCrossings.ranges(fleet, fleet, MAX);
        assertThat(ranges).hasSize(1);
        assertThat(ranges.getFirst().order()).isZero();
        assertThat(ranges.getFirst().below()).isBetween(2L, MAX);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** The answer of the search against bills made at random numbers of requests and on either side of every crossing. */
    @ParameterizedTest
    @MethodSource("seeds")
    void every_bill_agrees_with_the_range_that_it_is_in(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        CostCurve one = random(random);
        CostCurve other = random(random);
        List<CostCrossings.Range> ranges = CostCrossings.ranges(one, other, 1_000_000_000);
        long end = ranges.getLast().below();
        LongStream.concat(
                        random.longs(300, 0, end),
                        ranges.stream().flatMapToLong(range -> LongStream.of(range.from(), range.below() - 1)))
                .forEach(requests -> assertThat(Integer.signum(one.bill(requests)
                                .exact()
                                .compareTo(other.bill(requests).exact())))
                        .as("%d requests of %s", requests, ranges)
                        .isEqualTo(order(ranges, requests)));
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).from()).isEqualTo(ranges.get(i - 1).below());
            assertThat(ranges.get(i).order()).isNotEqualTo(ranges.get(i - 1).order());
        }
    }

    private static int order(List<CostCrossings.Range> ranges, long requests) {
        return ranges.stream()
                .filter(range -> range.from() <= requests && requests < range.below())
                .findFirst()
                .orElseThrow()
                .order();
    }

    private static CostCurve random(RandomGenerator random) throws BadInputException {
        List<Usage> usage = Stream.of(
                        rest(),
                        http(),
                        new Usage.Lambda(
                                millions(1),
                                BigDecimal.valueOf(random.nextInt(1_000, 500_000)),
                                NOTHING,
                                Architecture.X86_64),
                        new Usage.DataOut(BigDecimal.valueOf(random.nextInt(1, 200))),
                        instance("t3.micro", Integer.toString(random.nextInt(20_000_000, 400_000_000))),
                        instance("m5.large", null))
                .filter(item -> random.nextBoolean())
                .toList();
        FreeTier tier = List.of(FreeTier.values()).get(random.nextInt(3));
        return curve(tier, usage.toArray(Usage[]::new));
    }

    /** At 0.50 a gigabyte, whatever the requests. */
    private static CostCurve logs(String gigabytes) throws BadInputException {
        Usage logs = new Usage.Logs(new BigDecimal(gigabytes), NOTHING);
        return new CostCurve("logs", new Demand(List.of(free(logs)), NOTHING), billing(FreeTier.NONE));
    }

    private static Usage rest() {
        return new Usage.RestApi(millions(1), NOTHING, Traffic.NONE);
    }

    private static Usage http() {
        return new Usage.HttpApi(millions(1), NOTHING, Traffic.NONE);
    }

    private static Usage instance(String type, @Nullable String serves) {
        return new Usage.Ec2(
                type, new Fleet(BigDecimal.ONE, serves == null ? null : new BigDecimal(serves)), HOURS, NOTHING, false);
    }

    private static BigDecimal millions(long millions) {
        return BigDecimal.valueOf(1_000_000 * millions);
    }

    private static UsageItem free(Usage usage) {
        return new UsageItem(usage, FreeTier.NONE);
    }

    /** What a million requests cause. */
    private static CostCurve curve(Usage... usage) throws BadInputException {
        return curve(FreeTier.NONE, usage);
    }

    private static CostCurve curve(FreeTier tier, Usage... usage) throws BadInputException {
        List<UsageItem> items =
                Stream.of(usage).map(used -> new UsageItem(used, tier)).toList();
        return new CostCurve("curve", new Demand(items, millions(1)), billing(tier));
    }

    private static Billing billing(FreeTier tier) throws BadInputException {
        return new Billing(terms(tier));
    }

    private static Terms terms(FreeTier tier, Discount... discounts) throws BadInputException {
        return new Terms(PriceLists.packaged().newest("us-east-1"), tier, HOURS, List.of(discounts));
    }
}
