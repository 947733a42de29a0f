package dev.breakeven.comparison.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.PriceList;
import dev.breakeven.comparison.price.PriceLists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountTest {

    @Test
    void a_discount_is_a_line_of_its_own_on_all_lines_of_its_service(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("usage.yaml");
        Files.writeString(file, "usage:\n  - ec2: {type: t3.medium}\n  - ebs: {size: 8GB}\n");
        Bill bill = Bills.of(
                file,
                Discount.parseAll(List.of("ec2=30%", "lambda=12%"), prices()).toArray(Discount[]::new));
        // 30.37 less 30 %; the address, the disk and what was not used have none.
        LineItem discount = bill.lines().getLast();
        assertThat(discount.name()).isEqualTo("Discount on ec2, 30 %");
        assertThat(discount.amount()).isEqualByComparingTo("-9.11");
        assertThat(bill.total()).isEqualByComparingTo("25.55");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ec2=130%     | --discount takes a service and 0% to 100%, such as ec2=30%, not 'ec2=130%'.",
                "ec2=30       | --discount takes a service and 0% to 100%, such as ec2=30%, not 'ec2=30'.",
                "lamda=10%    | --discount: there is no service 'lamda'. Did you mean lambda?",
                "ec2=1%,ec2=2% | --discount: there are two for ec2; one is accepted."
            })
    void a_discount_that_cannot_be_meant_is_refused(String texts, String message) {
        assertThatThrownBy(() -> Discount.parseAll(List.of(texts.split(",", -1)), prices()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(message);
    }

    private static PriceList prices() throws BadInputException {
        return PriceLists.packaged().newest("us-east-1");
    }
}
