package dev.breakeven.core.compresstest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads on which codecs work beside the one that a request came on: as many as there are processors, whoever asks. */
final class Helpers {

    static final ExecutorService THREADS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> Thread.ofPlatform().name("codec").daemon().unstarted(task));

    private Helpers() {}
}
