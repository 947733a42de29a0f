package dev.breakeven.comparison.live;

import dev.breakeven.comparison.page.InquiryForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Works inquiries out one after the other, for one takes all processors, and remembers the last of them. */
final class Runs implements AutoCloseable {

    /** A page has a megabyte. */
    private static final int REMEMBERED = 32;

    private final Answering answering;
    private final Map<Inquiry, Run> byInquiry = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("compares").daemon().unstarted(task));

    Runs(Answering answering) {
        this.answering = answering;
    }

    /** The run of an inquiry, which begins with this unless somebody has asked before. */
    synchronized Run of(Inquiry asked, InquiryForm form) {
        Run known = byInquiry.remove(asked);
        Run run = known == null ? begin(asked, form) : known;
        byInquiry.put(asked, run);
        byInquiry.entrySet().stream()
                .filter(entry -> entry.getValue().page().isDone())
                .limit(Math.max(0, byInquiry.size() - REMEMBERED))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(byInquiry::remove);
        return run;
    }

    private Run begin(Inquiry asked, InquiryForm form) {
        Run run = new Run();
        worker.execute(() -> {
            try {
                run.begin("beginning");
                run.page().complete(answering.answer(asked, form, run));
            } catch (Throwable failure) {
                // Work on several threads fails with what it makes of a thread's failure.
                run.page()
                        .completeExceptionally(
                                run.isStopped() ? new CancellationException("It was stopped.") : failure);
            }
        });
        return run;
    }

    synchronized Optional<Run> find(Inquiry asked) {
        return Optional.ofNullable(byInquiry.get(asked));
    }

    /** A run that failed, once somebody was told: who asks again may have better luck. */
    synchronized void forget(Inquiry asked) {
        byInquiry.remove(asked);
    }

    /** Ends what is under way. */
    @Override
    public synchronized void close() {
        byInquiry.values().forEach(Run::stop);
        worker.shutdownNow();
    }
}
