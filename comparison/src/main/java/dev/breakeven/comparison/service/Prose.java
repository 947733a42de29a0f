package dev.breakeven.comparison.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Text that compresses like text: a made-up vocabulary of 4,000 words whose letters and whose own frequencies follow those of
 * English, the latter by Zipf's law. Always the same.
 */
final class Prose {

    private static final String LETTERS_BY_FREQUENCY =
            "eeeeeeeetttttaaaaaooooiiiinnnnsssshhhrrrddllccuummwwffggyyppbbvvk";
    private static final int WORDS = 4_000;
    private static final int WORDS_PER_SENTENCE = 14;

    private Prose() {}

    static byte[] bytes(int length) {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(42);
        byte[][] vocabulary = new byte[WORDS][];
        for (int i = 0; i < WORDS; i++) {
            vocabulary[i] = word(random);
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(length + 16);
        for (int count = 1; text.size() < length; count++) {
            // A uniform draw of the logarithm of the rank is Zipf's law.
            int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
            text.writeBytes(vocabulary[rank - 1]);
            text.writeBytes((count % WORDS_PER_SENTENCE == 0 ? ".\n" : " ").getBytes(US_ASCII));
        }
        byte[] exact = new byte[length];
        System.arraycopy(text.toByteArray(), 0, exact, 0, length);
        return exact;
    }

    private static byte[] word(RandomGenerator random) {
        byte[] word = new byte[2 + random.nextInt(8)];
        for (int i = 0; i < word.length; i++) {
            word[i] = (byte) LETTERS_BY_FREQUENCY.charAt(random.nextInt(LETTERS_BY_FREQUENCY.length()));
        }
        return word;
    }
}
