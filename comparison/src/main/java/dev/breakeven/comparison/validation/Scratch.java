package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.bill.*;
import dev.breakeven.comparison.measurement.*;
import dev.breakeven.comparison.price.*;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.*;
import java.nio.file.Path;
import java.time.*;
import java.util.*;

public final class Scratch {
    static void say(String f, Object... a) {
        System.out.printf(f + "%n", a);
    }

    public static void main(String[] a) throws Exception {
        Service both = Service.builtIn(Path.of(""));
        Sample one = both.samples().get(Integer.parseInt(a[0]));
        long payload = one.body().sizes().size() > 1 ? 10_000L : 0;
        Service s = new Service("x", both.function(), both.server(), List.of(one));
        if (payload > 0)
            s = new Service(
                    "x",
                    both.function(),
                    both.server(),
                    List.of(new Sample(
                            one.method(),
                            one.path(),
                            one.given(),
                            new dev.breakeven.comparison.service.Body.FormFile("fileUpload", List.of(payload)),
                            1,
                            new Distribution.Fixed(payload))));
        PriceList list = PriceLists.with(Path.of("prices")).newest("us-east-1");
        Terms terms = new Terms(list, FreeTier.NONE, java.math.BigDecimal.valueOf(730), List.of());
        Checks checks = new Checks(new Billing(terms));
        long t0 = System.nanoTime();
        String what = a[1];
        if (what.contains("f")) {
            Effort e = new Effort(12, 32, 1500, Duration.ofSeconds(15), Duration.ofSeconds(4));
            World w = World.of(s, 3e6);
            var fn = s.function().get();
            try (var pkg = fn.code()
                            .open(new dev.breakeven.localcloud.function.FunctionConfiguration(
                                    fn.code().handlerName(), w.functionMegabytes(), Duration.ofSeconds(30), Map.of()));
                    Watched wf = new Measuring(s, e, Progress.SILENT).watchFunction(pkg, w.functionMegabytes())) {
                HostMeasurement m = wf.measurement();
                show(m);
                say("t %.1f", (System.nanoTime() - t0) / 1e9);
                FunctionsRun run = new FunctionsRun(w, fn);
                Distribution front = run.frontLatency();
                double[] fv = ((Distribution.Seen) front).values();
                Arrays.sort(fv);
                say(
                        "front p50 %.3f p90 %.3f p99 %.3f",
                        fv[fv.length / 2] / 1e6, fv[fv.length * 9 / 10] / 1e6, fv[fv.length * 99 / 100] / 1e6);
                double before = wf.cpuNanosMedian(200);
                say("t %.1f", (System.nanoTime() - t0) / 1e9);
                Measurements mm = new Measurements(
                        Instant.now(), Machine.here(), false, "x", "", Calibration.NONE, List.of(m), List.of());
                for (int k = 0; k < Integer.parseInt(a[2]); k++) {
                    Outcome p = Simulation.run(w.functions(), run.deployment(front), mm, list.rules(), 1 + k);
                    Outcome o = run.burst(1 + k);
                    double after = wf.cpuNanosMedian(200);
                    say(
                            "cpu before %.3f after %.3f  t %.1f",
                            before / 1e6, after / 1e6, (System.nanoTime() - t0) / 1e9);
                    for (Check c : checks.of(p, o, w.functions().duration()))
                        say(
                                "%-14s %10.3f %10.3f  %6.1f %%  allowed %.3f %s",
                                c.name(), c.predicted(), c.observed(), 100 * c.error(), c.allowed(), c.within());
                    for (double q : new double[] {1, 5, 10, 25, 50, 75, 90, 95, 97, 98, 99, 99.5, 99.9})
                        System.out.printf("%s:%.2f/%.2f ", q, p.latencyMillis(q), o.latencyMillis(q));
                    say("");
                    before = after;
                }
            }
        }
        if (what.contains("s") || what.contains("c")) {
            boolean core = what.contains("c");
            Effort e = core
                    ? new Effort(2, 16, 2500, Duration.ofSeconds(15), Duration.ofSeconds(4))
                    : new Effort(4, 32, 1000, Duration.ofSeconds(16), Duration.ofSeconds(4));
            Service.AsServer srv = s.server().get();
            if (core) {
                List<String> cmd = new ArrayList<>(List.of("taskset", "-c", "1"));
                cmd.addAll(srv.command().arguments());
                srv = new Service.AsServer(new dev.breakeven.localcloud.server.ServerCommand(cmd), srv.health());
            }
            World w0 = World.of(s, 3e6);
            try (Watched ws = new Measuring(s, e, Progress.SILENT)
                    .watchServer(srv, core ? Optional.empty() : Optional.of(w0.serverShare()))) {
                HostMeasurement m = ws.measurement();
                show(m);
                World w = World.of(s, m.routes().get(0).cpu().nanosAtMean(payload));
                say(
                        "rates %.1f t %.1f",
                        (core ? w.core() : w.servers()).expectedRequests(), (System.nanoTime() - t0) / 1e9);
                ServersRun run = new ServersRun(
                        core ? "server-core" : "servers",
                        w,
                        srv,
                        core ? w.core() : w.servers(),
                        core
                                ? new ServersRun.Size(1, OptionalDouble.empty(), 1, 1, 2500)
                                : new ServersRun.Size(
                                        2,
                                        OptionalDouble.of(w.serverShare()),
                                        w.instancesMin(),
                                        w.instancesMax(),
                                        1000),
                        x -> say("   %s", x));
                Measurements mm = new Measurements(
                        Instant.now(), Machine.here(), false, "x", "", Calibration.NONE, List.of(), List.of(m));
                try (ServersRun.Ready ready = run.start()) {
                    long[] un = ready.unloaded().latencyMicros().clone();
                    Arrays.sort(un);
                    double direct =
                            m.routes().get(0).payloads().get(0).wallNanos().p50();
                    say(
                            "unloaded p50 %.3f direct %.3f p90 %.3f t %.1f",
                            un[un.length / 2] / 1e3,
                            direct / 1e6,
                            un[un.length * 9 / 10] / 1e3,
                            (System.nanoTime() - t0) / 1e9);
                    double before = ws.cpuNanosMedian(200);
                    Distribution front = new Distribution.Fixed(Math.max(0, un[un.length / 2] * 1e3 - direct));
                    Distribution launch = new Distribution.Seen(m.starts().stream()
                            .mapToDouble(x -> (double) x.toNanos())
                            .toArray());
                    Outcome p = Simulation.run(run.workload(), run.deployment(front, launch, 0), mm, list.rules(), 1);
                    Outcome o = ready.run(1);
                    double after = ws.cpuNanosMedian(200);
                    say(
                            "cpu before %.3f after %.3f  t %.1f",
                            before / 1e6, after / 1e6, (System.nanoTime() - t0) / 1e9);
                    for (Check c : checks.of(p, o, run.workload().duration()))
                        say(
                                "%-14s %10.3f %10.3f  %6.1f %%  allowed %.3f %s",
                                c.name(), c.predicted(), c.observed(), 100 * c.error(), c.allowed(), c.within());
                    for (double q : new double[] {1, 5, 10, 25, 50, 75, 90, 95, 97, 98, 99, 99.5, 99.9})
                        System.out.printf("%s:%.2f/%.2f ", q, p.latencyMillis(q), o.latencyMillis(q));
                    say("");
                }
            }
        }
    }

    static void show(HostMeasurement m) {
        RouteMeasurement r = m.routes().get(0);
        say("starts %s", m.starts().stream().map(x -> x.toMillis()).toList());
        say(
                "first cpu %s wall %s",
                r.firstCalls().stream().map(x -> x.cpu().toMillis()).toList(),
                r.firstCalls().stream().map(x -> x.wall().toMillis()).toList());
        say(
                "warmup %s",
                Arrays.toString(Arrays.stream(r.warmUp().ratios())
                        .map(x -> Math.round(x * 100) / 100.0)
                        .toArray()));
        for (PayloadMeasurement p : r.payloads()) say("%s", p);
        say("notes %s", m.notes());
    }
}
