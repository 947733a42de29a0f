package dev.breakeven.localcloud.server;

import java.io.IOException;

/** A running instance, what the balancer knows of it, and what it had used at the end of the last period. */
final class GroupMember {

    private final int number;
    private final Instance instance;
    private final Target target;
    private final long servesFromNanos;
    private long cpuBefore;
    private long bytesBefore;

    /** A member that serves from now on. */
    GroupMember(int number, Instance instance, Target target) {
        this.number = number;
        this.instance = instance;
        this.target = target;
        this.servesFromNanos = System.nanoTime();
        takeCpuNanos();
        takeBytesOut();
    }

    Instance instance() {
        return instance;
    }

    Target target() {
        return target;
    }

    long servesFromNanos() {
        return servesFromNanos;
    }

    private long cpuNanos() {
        try {
            return instance.cpuNanos();
        } catch (IOException e) {
            return cpuBefore; // It has ended, and its control group with it.
        }
    }

    /** CPU time since the last call. */
    long takeCpuNanos() {
        long now = cpuNanos();
        long used = now - cpuBefore;
        cpuBefore = now;
        return used;
    }

    /** Bytes sent since the last call. */
    long takeBytesOut() {
        long now = target.bytesOut();
        long sent = now - bytesBefore;
        bytesBefore = now;
        return sent;
    }

    @Override
    public String toString() {
        return "instance " + number + " (port " + target.port() + ", process " + instance.pid() + ")";
    }
}
