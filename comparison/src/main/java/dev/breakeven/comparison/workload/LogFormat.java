package dev.breakeven.comparison.workload;

import dev.breakeven.comparison.input.Nearest;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of access log that can be replayed. */
enum LogFormat {
    COMBINED("combined"),
    ALB("alb"),
    CLOUDFRONT("cloudfront"),
    JSONL("jsonl");

    /** Reads one line after the other, from the first of a log on. */
    @FunctionalInterface
    interface Reader {

        LogLine read(String line);
    }

    private final String word;

    LogFormat(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    Reader reader() {
        return switch (this) {
            case COMBINED -> new CombinedLog();
            case ALB -> new LoadBalancerLog();
            case CLOUDFRONT -> new CloudFrontLog();
            case JSONL -> new JsonLinesLog();
        };
    }

    static LogFormat parse(String text) {
        List<String> words = Stream.of(values()).map(LogFormat::word).toList();
        return Stream.of(values())
                .filter(format -> format.word.equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no format of a log; "
                        + String.join(", ", words) + " are." + Nearest.question(text, words)));
    }
}
