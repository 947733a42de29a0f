package dev.breakeven.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.Gigabytes;
import dev.breakeven.comparison.usage.Fleet;
import dev.breakeven.comparison.usage.LcuDimensions;
import dev.breakeven.comparison.usage.Traffic;
import dev.breakeven.comparison.usage.Usage;
import dev.breakeven.comparison.usage.UsageFile;
import dev.breakeven.comparison.usage.UsageItem;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageReportTest {

    @TempDir
    private Path folder;

    static Stream<Usage> everyKind() {
        LcuDimensions load = new LcuDimensions(
                number("0.5"), number("3"), number("1.5"), number("0.25"), LcuDimensions.Target.LAMBDA);
        return Stream.of(
                new Usage.Lambda(number("7"), number("1.234"), number("0.5"), Architecture.ARM64),
                new Usage.LambdaProvisioned(number("36000"), number("7"), number("1.5"), Architecture.X86_64),
                new Usage.LambdaStreaming(number("0.25"), true),
                new Usage.RestApi(number("8"), number("0.5"), Traffic.FLAT),
                new Usage.HttpApi(number("8"), number("0"), Traffic.NONE),
                new Usage.ApplicationLoadBalancer(number("1"), number("2"), number("0.5"), load),
                new Usage.ClassicLoadBalancer(number("1"), number("2"), number("0.5"), number("3")),
                new Usage.Ec2("t3.micro", new Fleet(number("1.25"), null), number("0.5"), number("0.125"), true),
                new Usage.Fargate(
                        new Fleet(number("2"), number("1000000")),
                        number("0.5"),
                        number("0.25"),
                        Gigabytes.ofMegabytes(512),
                        Gigabytes.ofMegabytes(30 * 1024),
                        Architecture.ARM64,
                        true),
                new Usage.LambdaManagedInstances("c7g.large", Fleet.of(3), number("0.5"), number("7")),
                new Usage.LightsailTransfer(Fleet.of(1), number("1024"), number("0.5"), number("2")),
                new Usage.Lightsail("0.5GB", Fleet.of(1), number("0.5")),
                new Usage.Ebs("gp3", Fleet.of(2), number("8"), number("10"), number("0")),
                new Usage.DataOut(number("0.000000000931322574615478515625")),
                new Usage.Logs(number("1"), number("0.5")));
    }

    @Test
    void the_document_has_the_form_that_is_checked_in() throws Exception {
        Schemas.assertHasItsForm(UsageReport.json(7, everyKind().toList()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenReadsAsTheSameUsage(Usage usage) throws Exception {
        Path file = Files.write(folder.resolve("usage.json"), UsageReport.json(7, List.of(usage)));
        UsageFile read = UsageFile.read(file);
        assertThat(read.requests()).isEqualByComparingTo("7");
        assertThat(read.usage(PriceLists.packaged().newest("us-east-1").rules()))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(List.of(new UsageItem(usage, FreeTier.PERMANENT)));
    }

    @Test
    void aDocumentOfAnotherFormIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("bill.json"), "{\"schema\": \"bill/1\", \"usage\": []}");
        assertThatThrownBy(() -> UsageFile.read(file))
                .hasMessage(file + ": 'schema' is usage/1 where it is given, not bill/1.");
    }

    private static BigDecimal number(String decimal) {
        return new BigDecimal(decimal);
    }
}
