package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.localcloud.function.PoolUsage;
import dev.breakeven.localcloud.gateway.FrontKind;
import dev.breakeven.localcloud.gateway.LocalFunctions;
import dev.breakeven.localcloud.server.ServersConsumed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalUseTest {

    private static final LocalFunctions.Consumed FUNCTIONS = new LocalFunctions.Consumed(
            100, 100, 0, 1 << 20, new PoolUsage(100, 0, 5_000, 2, 20_000, 0, 2, 2, 1.5), Duration.ofSeconds(30));

    @Test
    void a_function_is_billed_for_what_it_was_called() {
        List<Usage> usage = LocalUse.of(FUNCTIONS, FrontKind.REST, 2_048).usage();
        assertThat(lambda(usage).requests()).isEqualByComparingTo("100");
        // 2 GB for 5 s.
        assertThat(lambda(usage).gigabyteSeconds()).isEqualByComparingTo("10");
    }

    @Test
    void and_twenty_times_as_many_requests_for_twenty_times_as_much() {
        List<Usage> usage =
                LocalUse.of(FUNCTIONS, FrontKind.REST, 2_048).stretched(20).usage();
        assertThat(lambda(usage).requests()).isEqualByComparingTo("2000");
        assertThat(lambda(usage).gigabyteSeconds()).isEqualByComparingTo("200");
    }

    @Test
    void servers_are_billed_for_the_time_that_was_modelled() {
        ServersConsumed consumed =
                new ServersConsumed(Duration.ofSeconds(90), Duration.ofMinutes(60), 2, 3, 1_000, 0, 0, 1 << 20);
        List<Usage> usage = LocalUse.of(consumed, "t3.micro", 20).usage();
        Usage.Ec2 instances = usage.stream()
                .filter(Usage.Ec2.class::isInstance)
                .map(Usage.Ec2.class::cast)
                .findFirst()
                .orElseThrow();
        // 90 s at twenty times the speed are half an hour.
        assertThat(instances.hours()).isEqualByComparingTo(new BigDecimal("0.5"));
        assertThat(instances.fleet().count()).isEqualByComparingTo("2");
    }

    private static Usage.Lambda lambda(List<Usage> usage) {
        return usage.stream()
                .filter(Usage.Lambda.class::isInstance)
                .map(Usage.Lambda.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
