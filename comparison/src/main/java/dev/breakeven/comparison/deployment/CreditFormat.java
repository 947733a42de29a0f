package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.CsvRow;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.Nearest;
import java.util.ArrayList;
import java.util.List;

/** CPU credits as users write them: {@code t3.micro:standard} or {@code t3.micro:unlimited}. */
public final class CreditFormat {

    private CreditFormat() {}

    /** Reads the credits of an instance type. */
    public static CreditTerms parse(String text) throws BadInputException {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 2 || !(parts[1].equals("standard") || parts[1].equals("unlimited"))) {
            throw new BadInputException(
                    "'" + text + "' is neither none nor an instance type and its mode, such as t3.micro:standard or"
                            + " t3.micro:unlimited.");
        }
        String file = "burstable.csv";
        List<String> types = new ArrayList<>();
        for (CsvRow row : CsvRow.all(file, Folder.packaged("deployments").read(file))) {
            if (row.text("type").equals(parts[0])) {
                boolean unlimited = parts[1].equals("unlimited");
                return new CreditTerms(
                        row.number("credits_per_hour").doubleValue(),
                        row.number("balance_max").doubleValue(),
                        unlimited ? 0 : row.number("launch_credits_standard").doubleValue(),
                        unlimited);
            }
            types.add(row.text("type"));
        }
        throw new BadInputException("'" + parts[0] + "' has no CPU credits." + Nearest.question(parts[0], types)
                + " There is " + String.join(", ", types) + ".");
    }
}
