package dev.breakeven.localcloud.server;

import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.util.Optional;

/** Runs one server behind a balancer until it is told to end, and says how many requests have come. */
final class ServersMain {

    private ServersMain() {}

    public static void main(String[] args) throws Exception {
        LocalServers servers = LocalServers.start(
                LocalServersTest.settings(1, 1, new ScalingPolicy.None(), TimeScale.REAL, Optional.empty()),
                line -> {});
        System.out.println("ready " + servers.uri());
        for (long printed = 0; ; Thread.sleep(5)) {
            long requests = servers.consumed().requests();
            if (requests > printed) {
                printed = requests;
                System.out.println(requests + " requests");
            }
        }
    }
}
