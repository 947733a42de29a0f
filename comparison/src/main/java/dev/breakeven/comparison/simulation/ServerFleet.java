package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.CreditTerms;
import dev.breakeven.comparison.deployment.HealthChecks;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.localcloud.scaling.ScalingLaw;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A workload on a group of servers behind a balancer, event by event: requests that come and end, minutes in which the number of
 * servers is decided, launches, ends of draining, CPU credits that are used up, and health checks, each a request of almost no
 * work that waits like the others. The servers that are there in the beginning are warm. Left out: connections.
 */
final class ServerFleet {

    /** What a Classic Load Balancer keeps waiting when no server can take more. */
    private static final int SURGE_QUEUE_MAX = 1_024;

    private static final long CREDITS_LOOK_MIN_NANOS = 1_000_000_000L;
    private static final long CREDITS_LOOK_MAX_NANOS = 60_000_000_000L;

    /** No source tells how AWS holds an instance without credits to its baseline; a quota in this period is assumed. */
    private static final long CREDITS_PERIOD_NANOS = 20_000_000L;

    /** Instances and tasks are billed by the second, and for a minute at the least. */
    private static final long BILLED_NANOS_MIN = 60_000_000_000L;

    /** Every so many requests. */
    private static final long PROGRESS_MASK = (1 << 20) - 1;

    /** To say that one is well takes almost nothing. */
    private static final double CHECK_NANOS = 1_000;

    private static final int KIND_BITS = 3;
    private static final int ID_BITS = 20;
    private static final int SCALING = 0;
    private static final int LAUNCHED = 1;
    private static final int DRAINED = 2;
    private static final int CREDITS = 3;
    private static final int HEALTH = 4;

    private final ServerGroup group;
    private final ServerWork work;
    private final RequestStream stream;
    private final RandomGenerator scalingRandom;
    private final FrontDoor front;
    private final Tally tally;
    private final ScalingLaw scaling;
    private final Balancer balancer;

    private final InFlight requests = new InFlight();
    private final IntQueue surge = new IntQueue();
    private final NextServer nextServer = new NextServer();
    private final LongHeap controls = new LongHeap();
    private final IntQueue freeIds = new IntQueue();

    private Server[] servers = new Server[4];
    private boolean[] draining = new boolean[4];
    private boolean[] gone = new boolean[4];
    private double[] workBefore = new double[4];
    private long[] bytesBefore = new long[4];
    private int ids;
    private int launching;
    private double metric;
    private int measured;

    private long endNanos;
    private int peak;
    private double servingNanos;
    private double launchedNanos;
    private double workNanos;
    private double checkNanos;
    private double creditsCharged;
    private long bytesOut;

    /**
     * A run to come.
     *
     * @param front what stands before the servers
     */
    ServerFleet(ServerGroup group, ServerWork work, RequestStream stream, FrontDoor front, Tally tally, long seed) {
        this.group = group;
        this.work = work;
        this.stream = stream;
        this.front = front;
        this.tally = tally;
        this.scalingRandom = RequestStream.generator(seed, "scaling");
        this.scaling = new ScalingLaw(group.scaling(), group.instancesMin(), group.instancesMax());
        this.balancer = new Balancer(group.balancing());
        for (int i = 0; i < group.instances(); i++) {
            int id = newServer(0);
            servers[id].isWarmFromNow();
            serve(id, 0);
        }
        if (scaling.isActive()) {
            controls.add(scaling.everyNanos(), SCALING);
        }
    }

    /** Runs to the last answer, and at least for so long. */
    void run(long atLeastNanos, Progress progress) {
        run(atLeastNanos, progress, Timeline.Recorder.NONE);
    }

    /** @param recorder takes latencies away from the tally, if it looks at all */
    void run(long atLeastNanos, Progress progress, Timeline.Recorder recorder) {
        endNanos = atLeastNanos;
        boolean more = stream.next();
        while (more || nextServer.nextDue() != LongHeap.NONE) {
            long arrival = more ? stream.arrivalNanos() : LongHeap.NONE;
            long ending = nextServer.nextDue();
            long control = controls.nextDue();
            while (recorder.isDue(Math.min(arrival, Math.min(ending, control)))) {
                recorder.look(tally, stream.count() - (more ? 1 : 0), 0, balancer.size());
            }
            if (ending <= arrival && ending <= control) {
                endRequests(nextServer.server(), ending);
            } else if (control <= arrival) {
                control(control, controls.remove());
            } else {
                arrive(arrival);
                more = stream.next();
                if ((stream.count() & PROGRESS_MASK) == 0) {
                    progress.done(arrival / (double) atLeastNanos);
                }
            }
        }
        while (recorder.isDue(atLeastNanos)) {
            recorder.look(tally, stream.count(), 0, balancer.size());
        }
        close();
    }

    private void arrive(long nowNanos) {
        @Nullable Failure refusal = front.refusal(nowNanos, stream.payloadBytes());
        if (refusal != null) {
            tally.failed(refusal);
            return;
        }
        front.handsOn(stream.payloadBytes());
        int slot = requests.add(
                nowNanos, stream.kind(), work.cpuNanos(stream), work.waitNanos(stream), work.responseBytes(stream));
        if (!balancer.isOpen()) {
            fail(slot, Failure.UNAVAILABLE);
            return;
        }
        int id = balancer.next(servers);
        if (!servers[id].isFull()) {
            accept(nowNanos, id, slot);
        } else {
            findNoRoom(slot);
        }
    }

    private void findNoRoom(int slot) {
        switch (group.balancing()) {
            case ROUND_ROBIN, LEAST_OUTSTANDING -> fail(slot, Failure.QUEUE_FULL);
            case LAMBDA -> fail(slot, Failure.CONCURRENCY_THROTTLED);
            case CLASSIC -> {
                if (surge.size() < SURGE_QUEUE_MAX) {
                    surge.add(slot);
                } else {
                    fail(slot, Failure.UNAVAILABLE);
                }
            }
        }
    }

    private void accept(long nowNanos, int id, int slot) {
        warmUp(servers[id], slot);
        servers[id].accept(nowNanos, slot);
        nextServer.set(id, servers[id].nextNanos());
    }

    /** What a request takes of a server that was launched meanwhile and is not warm yet. */
    private void warmUp(Server server, int slot) {
        if (!server.isWarm()) {
            int call = server.nextCall();
            requests.workNanos[slot] = call == 1
                    ? requests.workNanos[slot] + work.firstCallExtraNanos(requests.kind[slot], scalingRandom)
                    : requests.workNanos[slot] * work.warmUp(requests.kind[slot], call);
        }
    }

    private void fail(int slot, Failure failure) {
        tally.failed(failure);
        requests.remove(slot);
    }

    private void endRequests(int id, long nowNanos) {
        Server server = servers[id];
        int slot;
        while ((slot = server.takeEnded(nowNanos)) != Server.NONE) {
            long arrival = requests.arrivalNanos[slot];
            if (arrival < 0) {
                checked(id, ~arrival, nowNanos);
            } else {
                // Where a server goes on after the answer, its end is later than that.
                long early = Math.min(0, requests.waitNanos[slot]);
                if (tally.answered(Math.max(1, nowNanos - arrival + early) + front.latencyNanos())) {
                    bytesOut += requests.bytesOut[slot];
                }
                endNanos = Math.max(endNanos, nowNanos);
            }
            requests.remove(slot);
            if (surge.size() > 0 && takesMore(id)) {
                int following = surge.remove();
                warmUp(server, following);
                server.accept(nowNanos, following);
            }
        }
        nextServer.set(id, server.nextNanos());
        if (draining[id] && server.outstanding() == 0) {
            terminate(id, nowNanos);
        }
    }

    private boolean takesMore(int id) {
        @Nullable Health health = servers[id].health;
        return !draining[id] && !servers[id].isFull() && (health == null || health.isHealthy());
    }

    private void control(long nowNanos, long item) {
        int kind = (int) item & ((1 << KIND_BITS) - 1);
        int id = (int) (item >> KIND_BITS) & ((1 << ID_BITS) - 1);
        if (kind == SCALING) {
            scale(nowNanos);
        } else if (!gone[id] && item == item(kind, id, servers[id])) {
            switch (kind) {
                case LAUNCHED -> launched(id, nowNanos);
                case DRAINED -> cutOff(id, nowNanos);
                case HEALTH -> lookAtHealth(id, nowNanos);
                default -> lookAtCredits(id, servers[id], nowNanos);
            }
        }
    }

    /** Tells the server apart from others that had its number before. */
    private static long item(int kind, int id, Server server) {
        return ((server.launchedNanos / 1_000_000) << (KIND_BITS + ID_BITS)) | ((long) id << KIND_BITS) | kind;
    }

    private void scale(long nowNanos) {
        if (scaling.endsPeriod(nowNanos)) {
            metric = metric(nowNanos);
            scaling.observe(metric);
        }
        int servers = balancer.size() + launching;
        int wanted = scaling.decide(nowNanos, measured, servers, metric);
        for (int more = servers; more < wanted; more++) {
            launch(nowNanos);
        }
        for (int less = servers; less > wanted && balancer.size() > 1; less--) {
            takeOut(balancer.removeOldest(), nowNanos);
        }
        controls.add(nowNanos + scaling.everyNanos(), SCALING);
    }

    /** The mean of the period that ends now over the servers that served all through it, or what it was if there are none. */
    private double metric(long nowNanos) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < balancer.size(); i++) {
            int id = balancer.server(i);
            boolean counts = servers[id].servesFromNanos() <= nowNanos - scaling.periodNanos();
            double workNow = servers[id].processors().workNanos(nowNanos);
            long bytesNow = servers[id].bytesOut();
            if (counts) {
                counted++;
                sum += scaling.watchesProcessors()
                        ? 100
                                * (workNow - workBefore[id])
                                / scaling.periodNanos()
                                / group.host().processors()
                        : bytesNow - bytesBefore[id];
            }
            workBefore[id] = workNow;
            bytesBefore[id] = bytesNow;
        }
        measured = counted;
        return counted == 0 ? metric : sum / counted;
    }

    private void launch(long nowNanos) {
        int id = newServer(nowNanos);
        launching++;
        scaling.launching();
        controls.add(nowNanos + (long) group.launchNanos().sample(scalingRandom), item(LAUNCHED, id, servers[id]));
    }

    private void launched(int id, long nowNanos) {
        launching--;
        serve(id, nowNanos);
        if (launching == 0) {
            scaling.changed(nowNanos);
        }
    }

    private int newServer(long nowNanos) {
        int id = freeIds.size() > 0 ? freeIds.remove() : ids++;
        if (id == servers.length) {
            servers = Arrays.copyOf(servers, 2 * id);
            draining = Arrays.copyOf(draining, 2 * id);
            gone = Arrays.copyOf(gone, 2 * id);
            workBefore = Arrays.copyOf(workBefore, 2 * id);
            bytesBefore = Arrays.copyOf(bytesBefore, 2 * id);
        }
        @Nullable HealthChecks checks = group.healthChecks();
        servers[id] = new Server(group.host(), checks == null ? null : new Health(checks), requests, nowNanos);
        draining[id] = false;
        gone[id] = false;
        workBefore[id] = 0;
        bytesBefore[id] = 0;
        if (servers[id].credits != null) {
            controls.add(nowNanos + CREDITS_LOOK_MIN_NANOS, item(CREDITS, id, servers[id]));
        }
        return id;
    }

    private void serve(int id, long nowNanos) {
        servers[id].servesFrom(nowNanos);
        balancer.add(id);
        nextServer.set(id, LongHeap.NONE);
        peak = Math.max(peak, balancer.size());
        @Nullable HealthChecks checks = group.healthChecks();
        if (checks != null) {
            controls.add(nowNanos + checks.interval().toNanos(), item(HEALTH, id, servers[id]));
        }
        takeFromSurge(id, nowNanos);
    }

    private void takeFromSurge(int id, long nowNanos) {
        while (surge.size() > 0 && takesMore(id)) {
            accept(nowNanos, id, surge.remove());
        }
    }

    /** Looks whether a check has been answered in time, and sends the next one when it is due. */
    private void lookAtHealth(int id, long nowNanos) {
        @Nullable HealthChecks checks = group.healthChecks();
        @Nullable Health health = servers[id].health;
        if (checks == null || health == null || draining[id]) {
            return;
        }
        if (health.isWaiting() && health.failed()) {
            healthChanged(id, health, nowNanos);
        }
        if (nowNanos >= health.nextCheckNanos()) {
            check(id, health, nowNanos);
        }
        if (!draining[id] && health == servers[id].health) {
            controls.add(
                    health.isWaiting() ? nowNanos + checks.timeout().toNanos() : health.nextCheckNanos(),
                    item(HEALTH, id, servers[id]));
        }
    }

    private void check(int id, Health health, long nowNanos) {
        health.send(nowNanos);
        if (!servers[id].isFull()) {
            servers[id].accept(nowNanos, requests.add(~nowNanos, 0, CHECK_NANOS, 0, 0));
            nextServer.set(id, servers[id].nextNanos());
        } else if (health.failed()) {
            healthChanged(id, health, nowNanos);
        }
    }

    private void checked(int id, long sentNanos, long nowNanos) {
        checkNanos += CHECK_NANOS;
        @Nullable Health health = servers[id].health;
        if (health != null && !draining[id] && health.answered(sentNanos)) {
            healthChanged(id, health, nowNanos);
        }
    }

    private void healthChanged(int id, Health health, long nowNanos) {
        balancer.note(id, health.isHealthy());
        if (health.isHealthy()) {
            takeFromSurge(id, nowNanos);
        } else if (health.isReplaced()) {
            launch(nowNanos);
            balancer.remove(id);
            drain(id, nowNanos);
        }
        while (surge.size() > 0 && !balancer.isOpen()) {
            fail(surge.remove(), Failure.UNAVAILABLE);
        }
    }

    private void takeOut(int id, long nowNanos) {
        scaling.changed(nowNanos);
        drain(id, nowNanos);
    }

    private void drain(int id, long nowNanos) {
        draining[id] = true;
        if (servers[id].outstanding() == 0) {
            terminate(id, nowNanos);
        } else {
            controls.add(nowNanos + group.drain().toNanos(), item(DRAINED, id, servers[id]));
        }
    }

    private void cutOff(int id, long nowNanos) {
        if (!draining[id]) {
            return;
        }
        int slot;
        while ((slot = servers[id].takeAny()) != Server.NONE) {
            if (requests.arrivalNanos[slot] < 0) {
                requests.remove(slot);
            } else {
                fail(slot, Failure.CUT_OFF);
            }
        }
        terminate(id, nowNanos);
    }

    private void terminate(int id, long nowNanos) {
        account(servers[id], nowNanos);
        launchedNanos += Math.max(0, BILLED_NANOS_MIN - (nowNanos - servers[id].launchedNanos));
        nextServer.set(id, LongHeap.NONE);
        draining[id] = false;
        gone[id] = true;
        freeIds.add(id);
    }

    private void account(Server server, long nowNanos) {
        servingNanos += nowNanos - Math.min(nowNanos, server.servesFromNanos());
        launchedNanos += nowNanos - server.launchedNanos;
        double done = server.processors().workNanos(nowNanos);
        workNanos += done;
        @Nullable CpuCredits credits = server.credits;
        if (credits != null) {
            credits.account(nowNanos, done);
            creditsCharged += credits.chargedAtEnd();
        }
    }

    private void lookAtCredits(int id, Server server, long nowNanos) {
        @Nullable CpuCredits credits = server.credits;
        if (credits == null) {
            return;
        }
        credits.account(nowNanos, server.processors().workNanos(nowNanos));
        if (server.limitByCredits(nowNanos, CREDITS_PERIOD_NANOS)) {
            nextServer.set(id, server.nextNanos());
        }
        CreditTerms terms = credits.terms();
        double soonest = terms.unlimited()
                ? CREDITS_LOOK_MAX_NANOS
                : credits.nanosToExhaustion(group.host().vcpus());
        long next = (long) Math.clamp(soonest, CREDITS_LOOK_MIN_NANOS, CREDITS_LOOK_MAX_NANOS);
        controls.add(nowNanos + next, item(CREDITS, id, server));
    }

    private void close() {
        while (surge.size() > 0) {
            fail(surge.remove(), Failure.UNAVAILABLE);
        }
        for (int id = 0; id < ids; id++) {
            if (!gone[id]) {
                account(servers[id], endNanos);
            }
        }
    }

    /** When the last answer was given, or the end of the workload if that is later. */
    long endNanos() {
        return endNanos;
    }

    int peak() {
        return peak;
    }

    /** Server time, of those that served. */
    double servingNanos() {
        return servingNanos;
    }

    /** Server time from launch to termination, a minute at the least, which is what is paid for. */
    double launchedNanos() {
        return launchedNanos;
    }

    /** CPU time. */
    double workNanos() {
        return workNanos;
    }

    /** CPU time of health checks that were answered, which is part of it. */
    double checkNanos() {
        return checkNanos;
    }

    /** Surplus CPU credits to be paid for. */
    double creditsCharged() {
        return creditsCharged;
    }

    /** In answers that somebody waited for. */
    long bytesOut() {
        return bytesOut;
    }
}
