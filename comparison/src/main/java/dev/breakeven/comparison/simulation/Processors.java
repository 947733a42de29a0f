package dev.breakeven.comparison.simulation;

/**
 * The processors of one server, shared evenly by the requests on them, none getting more than one. Kept in virtual time, which
 * advances by the work that each request gets: a request is done when virtual time has advanced by its work, so that the order of
 * ending never changes and each step costs the logarithm of the number present.
 *
 * <p>Under a quota all of them stand still when the CPU time of a period is used up, which the kernel notices at a tick of its
 * clock, until the next period begins; what was taken too much is taken off that one. Periods begin with the first request after
 * an idle one, as in Linux's bandwidth control.
 */
final class Processors {

    static final int NONE = -1;

    /** At a thousand interrupts a second. */
    private static final long TICK_NANOS = 1_000_000;

    /** Virtual time is a sum of fractions; a request is done when less than half a nanosecond is left of it. */
    private static final double DONE_BEFORE = 0.5;

    private static final int RATES = 1_024;

    private final int count;
    private final double perCount;
    private final double[] rates = new double[RATES];

    /** When each request on them ends, in virtual nanoseconds, and its slot. */
    private final LongHeap present = new LongHeap();

    private double virtualNow;
    private long now;
    private long next = LongHeap.NONE;
    private double workNanos;

    private boolean limited;
    private boolean stopped;
    private double quotaNanos;
    private long periodNanos;
    private double leftNanos;
    private long periodEnd;

    Processors(int count) {
        this.count = count;
        this.perCount = 1.0 / count;
        for (int n = 1; n < RATES; n++) {
            rates[n] = Math.min(1, count / (double) n);
        }
    }

    /** Limits them from now on to so many processors' worth of CPU time in each period. */
    void limit(long nowNanos, double processors, long periodNanos) {
        advanceTo(nowNanos);
        limited = true;
        stopped = false;
        this.periodNanos = periodNanos;
        quotaNanos = processors * periodNanos;
        leftNanos = quotaNanos;
        periodEnd = nowNanos + periodNanos;
        schedule();
    }

    /** Lifts the limit. */
    void unlimit(long nowNanos) {
        advanceTo(nowNanos);
        limited = false;
        stopped = false;
        schedule();
    }

    int present() {
        return present.size();
    }

    /** CPU time given out so far; nothing may be due before now. */
    double workNanos(long nowNanos) {
        advanceTo(nowNanos);
        return workNanos;
    }

    /** When something happens here unless a request comes before, or {@link LongHeap#NONE}. */
    long nextNanos() {
        return next;
    }

    /** Takes a request on that needs so much work. */
    void add(long nowNanos, double work, int slot) {
        advanceTo(nowNanos);
        if (present.size() == 0) {
            // Nobody is served, so virtual time may start again from zero, where it is most exact.
            virtualNow = 0;
            if (limited && nowNanos >= periodEnd) {
                long periods = 1 + (nowNanos - periodEnd) / periodNanos;
                leftNanos = Math.min(quotaNanos, leftNanos + periods * quotaNanos);
                periodEnd = nowNanos + periodNanos;
                stopped = leftNanos <= 0;
            }
        }
        present.add((long) Math.ceil(virtualNow + work), slot);
        schedule();
    }

    /** Takes a request that is done by now off, or says {@link #NONE}; to be called until it does. */
    int takeDone(long nowNanos) {
        advanceTo(nowNanos);
        if (present.size() > 0 && present.nextDue() - virtualNow < DONE_BEFORE) {
            return (int) present.remove();
        }
        if (limited) {
            enforce(nowNanos);
        }
        schedule();
        return NONE;
    }

    /** Takes any request off, done or not; there must be one. */
    int takeAny() {
        int slot = (int) present.remove();
        schedule();
        return slot;
    }

    private void enforce(long nowNanos) {
        if (nowNanos >= periodEnd) {
            leftNanos = Math.min(quotaNanos, leftNanos + quotaNanos);
            periodEnd += periodNanos;
            stopped = leftNanos <= 0;
        } else if (leftNanos <= DONE_BEFORE && nowNanos % TICK_NANOS == 0) {
            stopped = true;
        }
    }

    private void advanceTo(long nowNanos) {
        long passed = nowNanos - now;
        now = nowNanos;
        int requests = present.size();
        if (passed > 0 && requests > 0 && !stopped) {
            double used = (double) passed * Math.min(requests, count);
            virtualNow += passed * rate(requests);
            workNanos += used;
            leftNanos -= used;
        }
    }

    private double rate(int requests) {
        return requests < RATES ? rates[requests] : count / (double) requests;
    }

    private void schedule() {
        int requests = present.size();
        if (requests == 0) {
            next = LongHeap.NONE;
            return;
        }
        if (stopped) {
            next = periodEnd;
            return;
        }
        double ends = (present.nextDue() - virtualNow) * Math.max(1, requests * perCount);
        next = now + Math.max(0, (long) Math.ceil(ends - DONE_BEFORE));
        if (limited) {
            double usedUp = now + Math.max(0, leftNanos) / Math.min(requests, count);
            long tick = (long) Math.ceil(usedUp / TICK_NANOS) * TICK_NANOS;
            next = Math.min(next, Math.min(tick, periodEnd));
        }
    }
}
