package dev.breakeven.loadtest;

import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Texts to compress, of lengths as people send them: a log-normal distribution with a median of 20 kB and a 99th percentile of
 * 1 MB, cut off at 2 MB. The same seed gives the same texts.
 */
final class Texts {

    private static final int MEDIAN = 20_000;
    private static final int P99 = 1_000_000;
    private static final int LONGEST = 2_000_000;
    private static final double Z99 = 2.3263478740408408;

    private final Random random;
    private final String all;

    Texts(long seed) {
        random = new Random(seed);
        all = words(random);
    }

    Iterator<Map<String, Object>> feeder() {
        return Stream.generate(() -> Map.<String, Object>of("text", next())).iterator();
    }

    private String next() {
        double spread = Math.log(P99 / (double) MEDIAN) / Z99;
        int length = (int) Math.clamp(MEDIAN * Math.exp(spread * random.nextGaussian()), 1, LONGEST);
        int start = random.nextInt(LONGEST - length + 1);
        return all.substring(start, start + length);
    }

    /** Words that repeat as in a text, so that they compress like one. */
    private static String words(Random random) {
        String[] vocabulary = new String[4_000];
        for (int i = 0; i < vocabulary.length; i++) {
            vocabulary[i] = random.ints(2 + random.nextInt(8), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        StringBuilder text = new StringBuilder(LONGEST + 16);
        while (text.length() < LONGEST) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(vocabulary.length));
            text.append(vocabulary[rank - 1]).append(' ');
        }
        return text.toString();
    }
}
