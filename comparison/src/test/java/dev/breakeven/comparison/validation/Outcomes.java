package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Outcome;
import java.util.Arrays;
import java.util.Map;

/** What might have happened. */
final class Outcomes {

    private Outcomes() {}

    /** Requests on servers, all of which took as long. */
    static Outcome of(long requests, long micros) {
        long[] latencies = new long[(int) requests];
        Arrays.fill(latencies, micros);
        return new Outcome(
                requests,
                Map.of(),
                Histograms.ofMicros(latencies),
                0,
                2,
                2,
                1,
                1,
                new Consumption.OfServers(
                        new Hosting.Ec2("t3.micro", "gp3", 8), 2, 0, Front.ALB, 2, requests, requests, 0, 0));
    }
}
