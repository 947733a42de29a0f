package dev.breakeven.core.compresstest;

import dev.breakeven.core.Prose;
import java.util.Random;

/**
 * Contents that a codec may stumble on: none, little, what compresses well, badly and not at all, and lengths at which bzip2
 * starts another block. Its blocks end 19 bytes before a multiple of 100,000, counted after runs are shortened; a run of exactly
 * four bytes is the one that grows, to five.
 */
enum Sample {
    NOTHING(0, Kind.ZEROS),
    ONE_BYTE(1, Kind.ZEROS),
    SMALL_TEXT(60, Kind.TEXT),
    TEXT_OF_100_KB(100_000, Kind.TEXT),
    TEXT_OF_3_MIB(3 << 20, Kind.TEXT),
    ZEROS_OF_1_KB(1_000, Kind.ZEROS),
    ZEROS_OF_3_MIB(3 << 20, Kind.ZEROS),
    RANDOM_OF_3_MIB(3 << 20, Kind.RANDOM),

    // The longest content for which the codec is given one block unit of nine, and the next.
    FOURS_OF_79_948(79_948, Kind.FOURS),
    FOURS_OF_79_949(79_949, Kind.FOURS),
    RANDOM_OF_80_000(80_000, Kind.RANDOM),
    // Where a block of one unit would be full.
    FOURS_OF_79_984(79_984, Kind.FOURS),
    RANDOM_OF_99_980(99_980, Kind.RANDOM),
    RANDOM_OF_99_981(99_981, Kind.RANDOM),
    RANDOM_OF_99_982(99_982, Kind.RANDOM),
    RANDOM_OF_100_000(100_000, Kind.RANDOM),
    // Eight units and nine.
    FOURS_OF_639_948(639_948, Kind.FOURS),
    FOURS_OF_639_949(639_949, Kind.FOURS),
    // Where a block of nine units is full, so that the content needs a second.
    FOURS_OF_719_980(719_980, Kind.FOURS),
    FOURS_OF_719_984(719_984, Kind.FOURS),
    FOURS_OF_719_988(719_988, Kind.FOURS),
    RANDOM_OF_899_979(899_979, Kind.RANDOM),
    RANDOM_OF_899_980(899_980, Kind.RANDOM),
    RANDOM_OF_899_981(899_981, Kind.RANDOM),
    RANDOM_OF_899_982(899_982, Kind.RANDOM),
    RANDOM_OF_900_000(900_000, Kind.RANDOM),
    FOURS_OF_3_MIB(3 << 20, Kind.FOURS);

    private enum Kind {
        ZEROS,
        RANDOM,
        TEXT,
        FOURS
    }

    private final int length;
    private final Kind kind;

    Sample(int length, Kind kind) {
        this.length = length;
        this.kind = kind;
    }

    /** The content, the same in every run. */
    byte[] bytes() {
        byte[] bytes = new byte[length];
        Random random = new Random(length);
        switch (kind) {
            case ZEROS -> {}
            case RANDOM -> random.nextBytes(bytes);
            case TEXT -> Prose.fill(bytes, random);
            case FOURS -> fours(bytes, random);
        }
        return bytes;
    }

    private static void fours(byte[] bytes, Random random) {
        byte value = 0;
        for (int i = 0; i < bytes.length; i++) {
            value += (byte) (i % 4 == 0 ? 1 + random.nextInt(255) : 0); // never the value before
            bytes[i] = value;
        }
    }
}
