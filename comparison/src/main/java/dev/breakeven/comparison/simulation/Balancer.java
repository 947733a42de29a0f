package dev.breakeven.comparison.simulation;

import dev.breakeven.comparison.deployment.ServerGroup;
import java.util.Arrays;

/** The servers that get requests, in the order in which they came to serve, and which of them the next one gets. */
final class Balancer {

    private final ServerGroup.Balancing balancing;
    private int[] serving = new int[4];
    private int size;
    private int turn;

    Balancer(ServerGroup.Balancing balancing) {
        this.balancing = balancing;
    }

    void add(int server) {
        if (size == serving.length) {
            serving = Arrays.copyOf(serving, 2 * size);
        }
        serving[size++] = server;
    }

    /** Takes the server out that has been in for the longest time, and says which. */
    int removeOldest() {
        int oldest = serving[0];
        size--;
        System.arraycopy(serving, 1, serving, 0, size);
        return oldest;
    }

    int size() {
        return size;
    }

    int server(int index) {
        return serving[index];
    }

    /** The server for a request; there must be one. */
    int next(Server[] servers) {
        if (balancing == ServerGroup.Balancing.ROUND_ROBIN) {
            turn = turn + 1 < size ? turn + 1 : 0;
            return serving[turn];
        }
        int fewest = serving[0];
        for (int i = 1; i < size; i++) {
            if (servers[serving[i]].outstanding() < servers[fewest].outstanding()) {
                fewest = serving[i];
            }
        }
        return fewest;
    }
}
