package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.validation.Trials;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of hosting in miniature, by its name. */
final class KindOption implements ITypeConverter<Trials.Kind> {

    @Override
    public Trials.Kind convert(String text) {
        return Arrays.stream(Trials.Kind.values())
                .filter(kind -> kind.option().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is "
                        + Arrays.stream(Trials.Kind.values())
                                .map(Trials.Kind::option)
                                .collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }
}
