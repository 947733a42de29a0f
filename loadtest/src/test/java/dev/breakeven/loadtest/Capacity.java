package dev.breakeven.loadtest;

/**
 * What there was to answer callers at some moment.
 *
 * @param units environments or instances
 * @param coldStarts since the beginning
 */
record Capacity(int units, long coldStarts) {

    static final Capacity UNKNOWN = new Capacity(0, 0);

    /** @param second since the beginning of the run */
    record At(double second, Capacity capacity) {}
}
