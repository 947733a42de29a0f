package dev.breakeven.core;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;

/**
 * Text that no one wrote, the same for the same seed: words of which the first are used far more often than the last, as in a
 * language. gzip leaves under a half of it.
 */
public final class Prose {

    private static final String[] WORDS = words();

    private Prose() {}

    public static void fill(byte[] bytes, Random random) {
        int at = 0;
        while (at < bytes.length) {
            String word = WORDS[(int) (WORDS.length * Math.pow(random.nextDouble(), 3))];
            byte[] letters = (word + (random.nextInt(12) == 0 ? ".\n" : " ")).getBytes(US_ASCII);
            int fits = Math.min(letters.length, bytes.length - at);
            System.arraycopy(letters, 0, bytes, at, fits);
            at += fits;
        }
    }

    private static String[] words() {
        Random random = new Random(1);
        String[] words = new String[5_000];
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
                word.append("etaoinshrdlucmfwyp".charAt(random.nextInt(18)));
            }
            words[i] = word.toString();
        }
        return words;
    }
}
