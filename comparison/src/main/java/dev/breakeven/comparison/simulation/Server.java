package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.measurement.WarmUp;
import org.jspecify.annotations.Nullable;

/**
 * One server: threads, a bounded queue for them, and processors. A request holds a thread while it works and while it waits
 * without a processor, which it does after its work. A caller who gives up is not noticed: the work goes on.
 */
final class Server {

    static final int NONE = Processors.NONE;

    private static final int CALLS_TO_WARM = 1 << WarmUp.STEPS_MAX;

    private final ServerGroup.Host host;
    private final InFlight requests;
    private final Processors processors;

    /** Requests that have a thread and, first come first served, no processor yet. */
    private final IntQueue ready = new IntQueue();

    private final IntQueue queue = new IntQueue();
    private final LongHeap waiting = new LongHeap();
    private final int onProcessorsMax;

    final @Nullable CpuCredits credits;
    final @Nullable Health health;
    final long launchedNanos;
    private long servesFromNanos = LongHeap.NONE;
    private boolean limitedByCredits;
    private int threadsBusy;
    private long bytesOut;
    private int calls;

    Server(ServerGroup.Host host, @Nullable Health health, InFlight requests, long nowNanos) {
        this.host = host;
        this.health = health;
        this.requests = requests;
        this.launchedNanos = nowNanos;
        processors = new Processors(host.vcpus());
        onProcessorsMax = host.discipline() == ServerGroup.Discipline.FCFS ? host.vcpus() : ServerGroup.UNLIMITED;
        credits = host.credits() == null ? null : new CpuCredits(host.credits(), nowNanos);
        @Nullable QuotaTerms quota = host.quota();
        if (quota != null) {
            limit(nowNanos, quota.processors(), quota.period().toNanos());
        }
    }

    /** So many calls make any process warm, or none did and it was before. */
    boolean isWarm() {
        return calls >= CALLS_TO_WARM;
    }

    void isWarmFromNow() {
        calls = CALLS_TO_WARM;
    }

    /** The number of the request that it now gets, from 1 on. */
    int nextCall() {
        return ++calls;
    }

    void servesFrom(long nowNanos) {
        servesFromNanos = nowNanos;
    }

    /** When it began to serve, or {@link LongHeap#NONE}. */
    long servesFromNanos() {
        return servesFromNanos;
    }

    /** Holds it to what it earns, or no longer, as its credits have it; says whether that changed. */
    boolean limitByCredits(long nowNanos, long periodNanos) {
        boolean exhausted = credits != null && credits.isExhausted();
        if (exhausted == limitedByCredits) {
            return false;
        }
        limitedByCredits = exhausted;
        if (credits != null && exhausted) {
            limit(nowNanos, credits.terms().baselineProcessors(), periodNanos);
        } else {
            processors.unlimit(nowNanos);
        }
        return true;
    }

    private void limit(long nowNanos, double share, long periodNanos) {
        processors.limit(nowNanos, CpuQuota.ofShare(share, periodNanos, CpuQuota.TICK_NANOS));
    }

    Processors processors() {
        return processors;
    }

    int outstanding() {
        return threadsBusy + queue.size();
    }

    /** Answers' bytes so far. */
    long bytesOut() {
        return bytesOut;
    }

    boolean isFull() {
        return threadsBusy >= host.threads() && queue.size() >= host.queue();
    }

    /** When something happens here unless a request comes before. */
    long nextNanos() {
        return Math.min(processors.nextNanos(), waiting.nextDue());
    }

    /** Takes a request on; it must not be full. */
    void accept(long nowNanos, int slot) {
        if (threadsBusy < host.threads()) {
            begin(nowNanos, slot);
        } else {
            queue.add(slot);
        }
    }

    /** A request that has ended by now, or {@link #NONE}; to be called until it says so. */
    int takeEnded(long nowNanos) {
        if (waiting.nextDue() <= nowNanos) {
            return end(nowNanos, (int) waiting.remove());
        }
        int done;
        while ((done = processors.takeDone(nowNanos)) != NONE) {
            if (ready.size() > 0) {
                int following = ready.remove();
                processors.add(nowNanos, requests.workNanos[following], following);
            }
            if (requests.waitNanos[done] <= 0) {
                return end(nowNanos, done);
            }
            waiting.add(nowNanos + requests.waitNanos[done], done);
        }
        return NONE;
    }

    /** Any request that is still here, or {@link #NONE}. */
    int takeAny() {
        if (queue.size() > 0) {
            return queue.remove();
        }
        if (threadsBusy == 0) {
            return NONE;
        }
        threadsBusy--;
        if (ready.size() > 0) {
            return ready.remove();
        }
        return waiting.size() > 0 ? (int) waiting.remove() : processors.takeAny();
    }

    private int end(long nowNanos, int slot) {
        bytesOut += requests.bytesOut[slot];
        threadsBusy--;
        if (queue.size() > 0) {
            begin(nowNanos, queue.remove());
        }
        return slot;
    }

    private void begin(long nowNanos, int slot) {
        threadsBusy++;
        if (processors.present() < onProcessorsMax) {
            processors.add(nowNanos, requests.workNanos[slot], slot);
        } else {
            ready.add(slot);
        }
    }
}
