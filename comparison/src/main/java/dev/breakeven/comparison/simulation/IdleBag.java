package dev.breakeven.comparison.simulation;

import java.util.random.RandomGenerator;

/** Any of them, at random. */
final class IdleBag implements IdleEnvironments {

    private final IdleStack stack = new IdleStack();
    private final RandomGenerator random;

    IdleBag(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void add(int environment, long nowNanos) {
        stack.add(environment, nowNanos);
    }

    @Override
    public boolean isEmpty() {
        return stack.isEmpty();
    }

    @Override
    public long removeNext() {
        stack.bringUp(random.nextInt(stack.size()));
        return stack.removeNext();
    }

    @Override
    public int removed() {
        return stack.removed();
    }
}
