package dev.breakeven.comparison.input;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a word that is not known was most likely meant to be: the known one that the fewest edits make of it. */
public final class Nearest {

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** A question to end a refusal with, after a blank; empty when no known word is near. */
    public static String question(String word, Collection<String> known) {
        int editsMax = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> EDITS.apply(word, candidate) <= editsMax)
                .min(Comparator.comparing(candidate -> EDITS.apply(word, candidate)))
                .map(candidate -> " Did you mean " + candidate + "?")
                .orElse("");
    }
}
