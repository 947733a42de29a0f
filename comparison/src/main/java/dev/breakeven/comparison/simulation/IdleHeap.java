package dev.breakeven.comparison.simulation;

/** In the order of creation, or against it. */
final class IdleHeap implements IdleEnvironments {

    private final LongHeap idle = new LongHeap();
    private final int direction;
    private int removed;

    /** @param direction 1 to take the oldest first, −1 the newest */
    IdleHeap(int direction) {
        this.direction = direction;
    }

    @Override
    public void add(int environment, long nowNanos) {
        idle.add((long) direction * environment, nowNanos);
    }

    @Override
    public boolean isEmpty() {
        return idle.size() == 0;
    }

    @Override
    public long removeNext() {
        removed = direction * (int) idle.nextDue();
        return idle.remove();
    }

    @Override
    public int removed() {
        return removed;
    }
}
