package dev.breakeven.comparison.simulation;

/**
 * The processors of one server, shared evenly by the requests on them, none getting more than one. Kept in virtual time, which
 * advances by the work that each request gets: a request is done when virtual time has advanced by its work, so that the order of
 * ending never changes and each step costs the logarithm of the number present.
 *
 * <p>Under a quota all of them stand still when the CPU time of a period is used up, by the law of {@link CpuQuota}: for a single
 * request on a single processor this is that closed form, event by event.
 */
final class Processors {

    static final int NONE = -1;

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
    private long quotaNanos;
    private long periodNanos;
    private long tickNanos;
    private long leftNanos;
    private long periodEnd;

    /** Time run since somebody came while nobody was here, in which the ticks are counted; and when nobody was left. */
    private long ranNanos;

    private long emptySince = -1;

    Processors(int count) {
        this.count = count;
        this.perCount = 1.0 / count;
        for (int n = 1; n < RATES; n++) {
            rates[n] = Math.min(1, count / (double) n);
        }
    }

    /** Limits them from now on, when a period begins. */
    void limit(long nowNanos, CpuQuota quota) {
        advanceTo(nowNanos);
        limited = true;
        stopped = false;
        quotaNanos = quota.quotaNanos();
        periodNanos = quota.periodNanos();
        tickNanos = quota.tickNanos();
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
            if (limited && nowNanos > emptySince) {
                begin(nowNanos);
            }
        }
        present.add((long) Math.ceil(virtualNow + work), slot);
        schedule();
    }

    /** Takes a request that is done by now off, or says {@link #NONE}; to be called until it does. */
    int takeDone(long nowNanos) {
        advanceTo(nowNanos);
        if (present.size() > 0 && present.nextDue() - virtualNow < DONE_BEFORE) {
            return remove();
        }
        if (limited) {
            enforce(nowNanos);
        }
        schedule();
        return NONE;
    }

    /** Takes any request off, done or not; there must be one. */
    int takeAny() {
        int slot = remove();
        schedule();
        return slot;
    }

    private int remove() {
        int slot = (int) present.remove();
        if (present.size() == 0) {
            emptySince = now;
        }
        return slot;
    }

    /** Goes on after idleness: periods have passed, and whoever finds nothing left of the quota does not begin. */
    private void begin(long nowNanos) {
        ranNanos = 0;
        if (nowNanos >= periodEnd) {
            long periods = 1 + (nowNanos - periodEnd) / periodNanos;
            leftNanos = Math.min(quotaNanos, leftNanos + periods * quotaNanos);
            periodEnd += periods * periodNanos;
        }
        stopped = leftNanos <= 0;
    }

    private void enforce(long nowNanos) {
        if (nowNanos >= periodEnd) {
            leftNanos = Math.min(quotaNanos, leftNanos + quotaNanos);
            periodEnd += periodNanos;
            stopped &= leftNanos <= 0;
        }
        if (leftNanos <= 0 && ranNanos > 0 && ranNanos % tickNanos == 0) {
            stopped = true;
        }
    }

    private void advanceTo(long nowNanos) {
        long passed = nowNanos - now;
        now = nowNanos;
        int requests = present.size();
        if (passed > 0 && requests > 0 && !stopped) {
            long used = passed * Math.min(requests, count);
            virtualNow += passed * rate(requests);
            workNanos += used;
            leftNanos -= used;
            ranNanos += passed;
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
            next = Math.min(next, Math.min(noticed(requests), periodEnd));
        }
    }

    /** When it will be noticed, at the present rate, that the quota is used up. */
    private long noticed(int requests) {
        long usedUp = ranNanos + Math.ceilDiv(Math.max(0, leftNanos), Math.min(requests, count));
        long tick = Math.max(Math.ceilDiv(usedUp, tickNanos), ranNanos / tickNanos + 1);
        return now + tick * tickNanos - ranNanos;
    }
}
