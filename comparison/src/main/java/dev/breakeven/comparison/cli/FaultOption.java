package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.validation.Fault;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fault by its name. */
final class FaultOption {

    private FaultOption() {}

    static Fault parse(@Nullable String text) throws BadInputException {
        if (text == null) {
            return Fault.NONE;
        }
        return planted()
                .filter(fault -> fault.option().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--fault takes "
                        + planted().map(Fault::option).collect(Collectors.joining(", ")) + ", not '" + text + "'."));
    }

    private static Stream<Fault> planted() {
        return Stream.of(Fault.values()).filter(fault -> fault != Fault.NONE);
    }
}
