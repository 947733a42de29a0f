package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.ServerGroup;
import java.util.Arrays;

/**
 * The servers that serve, in the order in which they came to do so, and which of them the next request goes to: one that is healthy.
 * When none is, an Application Load Balancer sends requests to all of them (it "fails open"), a Classic one to nobody.
 */
final class Balancer {

    private final ServerGroup.Balancing balancing;
    private int[] serving = new int[4];
    private boolean[] healthy = new boolean[4];
    private int size;

    /** Those that get requests. */
    private int[] rotation = new int[4];

    private int inRotation;
    private int turn;

    Balancer(ServerGroup.Balancing balancing) {
        this.balancing = balancing;
    }

    void add(int server) {
        if (size == serving.length) {
            serving = Arrays.copyOf(serving, 2 * size);
            healthy = Arrays.copyOf(healthy, 2 * size);
            rotation = new int[2 * size];
        }
        serving[size] = server;
        healthy[size] = true;
        size++;
        rotate();
    }

    /** Takes the server out that has been in for the longest time, and says which. */
    int removeOldest() {
        int oldest = serving[0];
        remove(oldest);
        return oldest;
    }

    /** Takes out one that serves. */
    void remove(int server) {
        int index = index(server);
        size--;
        System.arraycopy(serving, index + 1, serving, index, size - index);
        System.arraycopy(healthy, index + 1, healthy, index, size - index);
        rotate();
    }

    /** Notes how one is that serves. */
    void note(int server, boolean isHealthy) {
        healthy[index(server)] = isHealthy;
        rotate();
    }

    private int index(int server) {
        int index = 0;
        while (serving[index] != server) {
            index++;
        }
        return index;
    }

    private void rotate() {
        inRotation = 0;
        for (int i = 0; i < size; i++) {
            if (healthy[i]) {
                rotation[inRotation++] = serving[i];
            }
        }
        if (inRotation == 0 && balancing != ServerGroup.Balancing.CLASSIC) {
            System.arraycopy(serving, 0, rotation, 0, size);
            inRotation = size;
        }
    }

    /** Whether anybody gets requests. */
    boolean isOpen() {
        return inRotation > 0;
    }

    int size() {
        return size;
    }

    int server(int index) {
        return serving[index];
    }

    /** The server for a request; the balancer must be open. */
    int next(Server[] servers) {
        if (balancing == ServerGroup.Balancing.ROUND_ROBIN) {
            turn = turn + 1 < inRotation ? turn + 1 : 0;
            return rotation[turn];
        }
        int fewest = rotation[0];
        for (int i = 1; i < inRotation; i++) {
            if (servers[rotation[i]].outstanding() < servers[fewest].outstanding()) {
                fewest = rotation[i];
            }
        }
        return fewest;
    }
}
