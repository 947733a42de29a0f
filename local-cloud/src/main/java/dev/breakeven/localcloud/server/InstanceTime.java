package dev.breakeven.localcloud.server;

/** For how long there were how many instances, from the decision to launch one until it has ended, which is what is paid for. */
final class InstanceTime {

    private final long startedNanos = System.nanoTime();
    private long lastNanos = startedNanos;
    private int instances;
    private double instanceNanos;

    synchronized void launched() {
        account();
        instances++;
    }

    synchronized void ended() {
        account();
        instances--;
    }

    /** Summed over all instances so far. */
    synchronized double instanceNanos() {
        account();
        return instanceNanos;
    }

    /** Since the beginning. */
    synchronized long elapsedNanos() {
        account();
        return lastNanos - startedNanos;
    }

    private void account() {
        long now = System.nanoTime();
        instanceNanos += (double) instances * (now - lastNanos);
        lastNanos = now;
    }
}
