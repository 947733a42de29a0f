package dev.breakeven.loadtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakeven.comparison.bill.Billing;
import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.price.FreeTier;
import dev.breakeven.comparison.price.PriceLists;
import dev.breakeven.comparison.report.BillReport;
import java.io.IOException;
import java.util.List;

/** Bills what a run has used, at the newest prices that come along, and takes nothing off: others may have used what is free. */
final class Cost {

    private static final String REGION = "us-east-1";

    private Cost() {}

    static Run.Spent of(Used used) throws IOException {
        Terms terms = terms();
        byte[] bill = BillReport.json(new Billing(terms).month(used.billed().usage()), terms);
        return new Run.Spent(
                used.billed().requests(),
                used.coldStarts(),
                used.peak(),
                used.mean(),
                Running.TIME_SCALE,
                new ObjectMapper().readTree(bill));
    }

    private static Terms terms() {
        try {
            return new Terms(PriceLists.packaged().newest(REGION), FreeTier.NONE, Terms.HOURS_PER_MONTH, List.of());
        } catch (BadInputException e) {
            throw new IllegalStateException(e);
        }
    }
}
