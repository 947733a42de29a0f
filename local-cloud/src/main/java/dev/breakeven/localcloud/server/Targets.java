package dev.breakeven.localcloud.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The servers behind a load balancer, and which of them gets the next request. When all are unhealthy, all of them get some, as
 * with an Application Load Balancer. One that is being taken out gets no more, and finishes what it has.
 */
final class Targets {

    private final Balancing balancing;
    private final Optional<SurgeQueue> surgeQueue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition drained = lock.newCondition();
    private final List<Target> registered = new ArrayList<>();
    private final Deque<Waiting> surge = new ArrayDeque<>();
    private int turn;

    /** A request in the surge queue. */
    private final class Waiting {
        private final Condition served = lock.newCondition();
        private @Nullable Target target;
    }

    Targets(Balancing balancing, Optional<SurgeQueue> surgeQueue) {
        this.balancing = balancing;
        this.surgeQueue = surgeQueue;
    }

    void add(Target target) {
        lock.lock();
        try {
            registered.add(target);
            serveWaiting();
        } finally {
            lock.unlock();
        }
    }

    List<Target> all() {
        lock.lock();
        try {
            return List.copyOf(registered);
        } finally {
            lock.unlock();
        }
    }

    /** From now on it gets no more requests. */
    void remove(Target target) {
        lock.lock();
        try {
            registered.remove(target);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a server that was removed has answered all that it has, but no longer than this. */
    void awaitDrained(Target target, Duration limit) throws InterruptedException {
        long leftNanos = limit.toNanos();
        lock.lock();
        try {
            while (target.outstanding > 0 && leftNanos > 0) {
                leftNanos = drained.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The server for a request, which is to be handed back with {@link #release}.
     *
     * @param wait how long the request may stay in the surge queue
     * @throws ServerFailure if there is no server, or none has had time
     */
    Target acquire(Duration wait) throws ServerFailure {
        lock.lock();
        try {
            if (registered.isEmpty()) {
                throw new ServerFailure(BalancerError.SERVICE_UNAVAILABLE, "there is no server");
            }
            @Nullable Target free = surge.isEmpty() ? next(null) : null;
            if (free != null) {
                free.outstanding++;
                return free;
            }
            return await(wait);
        } finally {
            lock.unlock();
        }
    }

    /** Another server for a request that this one did not even accept, in its place; null if there is none. */
    @Nullable
    Target insteadOf(Target target) {
        lock.lock();
        try {
            @Nullable Target other = next(target);
            if (other != null) {
                other.outstanding++;
            }
            return other;
        } finally {
            lock.unlock();
        }
    }

    void release(Target target) {
        lock.lock();
        try {
            target.outstanding--;
            drained.signalAll();
            serveWaiting();
        } finally {
            lock.unlock();
        }
    }

    private Target await(Duration wait) throws ServerFailure {
        if (surge.size() >= surgeQueue.map(SurgeQueue::length).orElse(0)) {
            throw new ServerFailure(BalancerError.SERVICE_UNAVAILABLE, "the surge queue is full");
        }
        Waiting waiting = new Waiting();
        surge.addLast(waiting);
        long leftNanos = wait.toNanos();
        try {
            while (waiting.target == null && leftNanos > 0) {
                leftNanos = waiting.served.awaitNanos(leftNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting.target == null) {
            surge.remove(waiting);
            throw new ServerFailure(
                    BalancerError.GATEWAY_TIMEOUT, "no server had time within " + wait.toMillis() + " ms");
        }
        return waiting.target;
    }

    private void serveWaiting() {
        while (!surge.isEmpty()) {
            @Nullable Target free = next(null);
            if (free == null) {
                return;
            }
            free.outstanding++;
            Waiting waiting = surge.removeFirst();
            waiting.target = free;
            waiting.served.signal();
        }
    }

    /** The one whose turn it is, or of those with the fewest requests the one whose turn is next; null if all are full. */
    private @Nullable Target next(@Nullable Target except) {
        boolean anyHealthy = registered.stream().anyMatch(Target::isHealthy);
        @Nullable Target best = null;
        int bestIndex = 0;
        for (int i = 0; i < registered.size(); i++) {
            int index = (turn + i) % registered.size();
            Target target = registered.get(index);
            boolean usable = target != except && target.isHealthy() == anyHealthy && !isFull(target);
            if (usable && (best == null || isBefore(target, best))) {
                best = target;
                bestIndex = index;
            }
        }
        if (best != null) {
            turn = bestIndex + 1;
        }
        return best;
    }

    private boolean isBefore(Target target, Target best) {
        return balancing == Balancing.LEAST_OUTSTANDING && target.outstanding < best.outstanding;
    }

    private boolean isFull(Target target) {
        return surgeQueue.map(queue -> target.outstanding >= queue.perServer()).orElse(false);
    }
}
