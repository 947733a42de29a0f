package dev.breakeven.comparison.bill;

import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.Price;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.Tariff;
import dev.breakeven.comparison.simulation.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns usage into the bill of one month. Usage of a shorter or longer time is taken in proportion; what is bought by the hour
 * is bought for every hour of the month.
 */
public final class Billing {

    /** AWS counts 1024 in traffic, memory and disks. */
    private static final BigDecimal BYTES_PER_GIGABYTE = BigDecimal.valueOf(1L << 30);

    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MEGABYTES_PER_GIGABYTE = BigDecimal.valueOf(1_024);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    private final PriceList prices;
    private final FreeTier freeTier;
    private final BigDecimal hoursPerMonth;
    private final List<LineItem> lines = new ArrayList<>();

    private Billing(PriceList prices, FreeTier freeTier, BigDecimal hoursPerMonth) {
        this.prices = prices;
        this.freeTier = freeTier;
        this.hoursPerMonth = hoursPerMonth;
    }

    /**
     * Bills usage as a month's.
     *
     * @param over how long the usage took to come about
     * @throws dev.breakeven.comparison.price.MissingPriceException if the list lacks a price that the usage needs
     */
    public static Bill month(
            Usage usage, Duration over, PriceList prices, FreeTier freeTier, BigDecimal hoursPerMonth) {
        Billing billing = new Billing(prices, freeTier, hoursPerMonth);
        BigDecimal hours = BigDecimal.valueOf(over.toSeconds()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL64);
        BigDecimal months = hoursPerMonth.divide(hours, MathContext.DECIMAL64);
        switch (usage) {
            case Usage.OfFunctions functions -> billing.functions(functions, months);
            case Usage.OfServers servers -> billing.servers(servers, months);
        }
        return new Bill(billing.lines);
    }

    private void functions(Usage.OfFunctions used, BigDecimal months) {
        BigDecimal requests = BigDecimal.valueOf(used.requests()).multiply(months);
        BigDecimal gigabyteSeconds = BigDecimal.valueOf(used.billedMillis())
                .multiply(BigDecimal.valueOf(used.memoryMegabytes()))
                .divide(MILLIS_PER_SECOND.multiply(MEGABYTES_PER_GIGABYTE), MathContext.DECIMAL64)
                .multiply(months);
        add("API Gateway REST requests", requests, "api-gateway", "rest-requests");
        add("Lambda requests", requests, "lambda", "requests");
        add("Lambda duration, " + used.architecture(), gigabyteSeconds, "lambda", "duration-" + used.architecture());
        dataOut(used.bytesOut(), months);
        BigDecimal logged = gigabytes(used.logBytes()).multiply(months);
        add("CloudWatch Logs ingestion", logged, "cloudwatch-logs", "ingestion");
        add("CloudWatch Logs storage, kept a month", logged, "cloudwatch-logs", "storage");
    }

    private void servers(Usage.OfServers used, BigDecimal months) {
        BigDecimal hours = BigDecimal.valueOf(used.instances()).multiply(hoursPerMonth);
        add("EC2 " + used.instanceType(), hours, "ec2", used.instanceType());
        add("Public IPv4 address", hours, "vpc", "public-ipv4");
        add(
                "EBS gp3 disk",
                BigDecimal.valueOf(used.instances()).multiply(BigDecimal.valueOf(used.diskGigabytes())),
                "ebs",
                "gp3");
        dataOut(used.bytesOut(), months);
    }

    private void dataOut(long bytes, BigDecimal months) {
        add("Data out", gigabytes(bytes).multiply(months), "data-transfer", "out");
    }

    private static BigDecimal gigabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BYTES_PER_GIGABYTE, MathContext.DECIMAL64);
    }

    /** What is free first, on a line of its own, then the rest tier by tier. */
    private void add(String name, BigDecimal quantity, String service, String item) {
        Price price = prices.price(service, item);
        BigDecimal billable = quantity;
        Optional<BigDecimal> free = prices.freeAmount(service, item, freeTier)
                .map(amount -> amount.quantity().min(quantity));
        if (free.isPresent()) {
            billable = quantity.subtract(free.get());
            lines.add(LineItem.of(name + ", free", free.get(), price.unit(), BigDecimal.ZERO, price.source()));
        }
        if (free.isEmpty() || billable.signum() > 0) {
            for (Tariff.Slice slice : price.tariff().slices(billable)) {
                lines.add(LineItem.of(name, slice.quantity(), price.unit(), slice.dollarsPerUnit(), price.source()));
            }
        }
    }
}
