package dev.breakeven.comparison.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bills that others worked out: AWS's pages and guides, Infracost's tests, accounts' invoices. Each is a usage file, with its
 * source, the lines and the total that were printed in its head. Every total is met to the cent but one, which is AWS's own slip
 * and names its tolerance.
 */
class InvoiceTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/breakeven/comparison/invoices");

    static List<String> invoices() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void a_published_bill_is_met_to_the_cent(String name) throws Exception {
        Path file = FOLDER.resolve(name);
        Bill bill = Bills.of(file);
        BigDecimal tolerance = head(file, "within").map(BigDecimal::new).orElse(BigDecimal.ZERO);
        assertThat(bill.total()).isCloseTo(new BigDecimal(required(file, "total")), within(tolerance));
        assertThat(bill.lines().stream()
                        .map(line -> line.amount().toPlainString())
                        .toList())
                .containsAll(List.of(required(file, "lines").split(" ", -1)));
    }

    private static String required(Path file, String key) {
        return head(file, key).orElseThrow();
    }

    private static Optional<String> head(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("# " + key + ": "))
                    .map(line -> line.substring(key.length() + 4))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
