package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.Front;
import dev.breakeven.comparison.deployment.Hosting;
import dev.breakeven.comparison.deployment.QuotaTerms;
import dev.breakeven.comparison.deployment.ServerGroup;
import dev.breakeven.comparison.measurement.ServedCall;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.service.Sample;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.simulation.Consumption;
import dev.breakeven.comparison.simulation.Failure;
import dev.breakeven.comparison.simulation.Outcome;
import dev.breakeven.comparison.workload.RequestStream;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.localcloud.process.CpuShare;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import dev.breakeven.localcloud.server.BalancerTerms;
import dev.breakeven.localcloud.server.Balancing;
import dev.breakeven.localcloud.server.GroupTerms;
import dev.breakeven.localcloud.server.Instance;
import dev.breakeven.localcloud.server.LocalServers;
import dev.breakeven.localcloud.server.ServersConsumed;
import dev.breakeven.localcloud.server.ServersSettings;
import dev.breakeven.localcloud.server.TimeScale;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A crowd on local servers behind a load balancer, and the deployment that they are in the model. */
final class ServersRun {

    private static final Hosting HOSTING = new Hosting.Ec2("t3.micro", "gp3", 8);
    private static final int THREADS = 200;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration COOLDOWN = Duration.ofMinutes(2);

    /** Of a machine, before the server on it is started. */
    private static final Duration BOOT = Duration.ofMinutes(2);

    private static final Duration AMID = Duration.ofSeconds(10);
    private static final long REHEARSAL_SEED = 0;
    private static final Duration WARM_UP_MAX = Duration.ofSeconds(12);
    private static final Duration YOUNG_MAX = Duration.ofSeconds(8);
    /** HotSpot's second compiler takes up what runs once in each call after 5,000 of them (Tier4InvocationThreshold). */
    private static final int COMPILED_AFTER = 8_000;

    private static final int SOME = 1_000;
    private static final Duration BRIEFLY = Duration.ofSeconds(6);

    /** Callers at a time, for what is compiled only where several come at once. */
    private static final int LANES = 4;

    /** Until what a call sets off in its process is over. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final World world;
    private final Service.AsServer server;
    private final Size size;
    private final Consumer<String> log;

    /**
     * How many servers of what size, and who comes.
     *
     * @param vcpus on which an instance runs
     * @param share of a processor that it gets; all of them if empty
     * @param crowd by the CPU nanoseconds of a request
     */
    record Size(String name, int vcpus, OptionalDouble share, int min, int max, DoubleFunction<Workload> crowd) {

        boolean scales() {
            return min < max;
        }
    }

    ServersRun(World world, Service.AsServer server, Size size, Consumer<String> log) {
        this.world = world;
        this.server = server;
        this.size = size;
        this.log = log;
    }

    World world() {
        return world;
    }

    Size size() {
        return size;
    }

    /**
     * As the model has it, in the time of this world.
     *
     * @param start from a process to its first healthy answer
     * @param min instances at the least
     * @param max instances at the most
     */
    Deployment.Servers deployment(Distribution frontLatency, List<Duration> start, int min, int max) {
        @Nullable
        QuotaTerms quota =
                size.share().isPresent() ? new QuotaTerms(size.share().getAsDouble(), CpuShare.LAMBDA_PERIOD) : null;
        ServerGroup group = new ServerGroup(
                new ServerGroup.Host(
                        size.vcpus(),
                        ServerGroup.Discipline.PS,
                        server.threads().orElse(THREADS),
                        ServerGroup.UNLIMITED,
                        quota,
                        null),
                ServerGroup.Balancing.LEAST_OUTSTANDING,
                min,
                min,
                max,
                min < max ? alarms(World.TIME_SCALE) : new ScalingPolicy.None(),
                launch(start),
                scaled(DRAIN, World.TIME_SCALE));
        return new Deployment.Servers(size.name(), HOSTING, group, Front.ALB, 2, frontLatency, 0, Map.of(), Map.of());
    }

    private static Distribution launch(List<Duration> starts) {
        Duration boot = scaled(BOOT, World.TIME_SCALE);
        return new Distribution.Seen(starts.stream()
                .mapToDouble(start -> (double) boot.plus(start).toNanos())
                .toArray());
    }

    private static ScalingPolicy alarms(double timeScale) {
        return new ScalingPolicy.Alarms(
                ScalingPolicy.Metric.CPU,
                World.SCALE_OUT_PERCENT,
                World.SCALE_IN_PERCENT,
                scaled(PERIOD, timeScale),
                1,
                scaled(COOLDOWN, timeScale));
    }

    private static Duration scaled(Duration modelled, double timeScale) {
        return Duration.ofNanos(Math.round(modelled.toNanos() / timeScale));
    }

    /** Starts as many as there are at the least. */
    Ready start() throws IOException, InterruptedException {
        LocalServers servers = LocalServers.start(settings(), log);
        servers.suspendScaling();
        return new Ready(servers);
    }

    private static LoadGenerator caller(URI target, List<Sample> samples) {
        return new LoadGenerator(target, samples, World.CLIENT_TIMEOUT);
    }

    /** The servers, which are called until they are warm and then wait for the crowd. */
    final class Ready implements AutoCloseable {

        private final LocalServers servers;
        private final LoadGenerator caller;

        /** Those that are there from the beginning. */
        private final List<Instance> instances;

        /** One for each of them, past the balancer. */
        private final List<LoadGenerator> callers;

        private Ready(LocalServers servers) {
            this.servers = servers;
            this.caller = caller(servers.uri(), world.samples());
            this.instances = servers.instances();
            this.callers = callers(world.samples());
        }

        private List<LoadGenerator> callers(List<Sample> samples) {
            return instances.stream()
                    .map(instance -> caller(instance.baseUri(), samples))
                    .toList();
        }

        List<Duration> startDurations() {
            return instances.stream().map(Instance::startDuration).toList();
        }

        /**
         * Calls until a call takes no less than those before. Where the service compiles along the way, what runs but once in each
         * call is not done with by then, for which calls with the least payload do as well.
         */
        WarmingUp.Warm warmUp() throws IOException, InterruptedException {
            WarmingUp.Warm young = WarmingUp.up(instances.size(), YOUNG_MAX, count -> cpuNanos(callers, 1, count));
            if (!young.compiles()) {
                return young;
            }
            List<LoadGenerator> brief = callers(world.least());
            try {
                limit(new CpuShare(Runtime.getRuntime().availableProcessors(), CpuShare.LAMBDA_PERIOD));
                long until = System.nanoTime() + BRIEFLY.toNanos();
                for (int calls = 0; calls < COMPILED_AFTER || System.nanoTime() < until; calls += SOME) {
                    cpuNanos(brief, LANES, SOME);
                }
                return young.until(
                        WarmingUp.further(instances.size(), WARM_UP_MAX, count -> cpuNanos(callers, LANES, count)));
            } finally {
                brief.forEach(LoadGenerator::close);
                if (size.share().isPresent()) {
                    limit(share());
                }
            }
        }

        private void limit(CpuShare share) throws IOException {
            for (Instance instance : instances) {
                instance.limit(share);
            }
        }

        /**
         * What so many calls to each of them take, all of them being called at the same time.
         *
         * @param lanes in which the calls of each follow one another
         */
        private double cpuNanos(List<LoadGenerator> ofInstances, int lanes, int count)
                throws IOException, InterruptedException {
            Duration before = cpuTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<LoadGenerator.Seen>> calls = new ArrayList<>();
                for (LoadGenerator one : ofInstances) {
                    for (int lane = 0; lane < lanes; lane++) {
                        IntSupplier kinds = world.kinds(REHEARSAL_SEED + lane);
                        calls.add(() -> one.sendOneByOne(count / lanes, kinds, Duration.ZERO));
                    }
                }
                await(threads.invokeAll(calls));
            }
            return cpuTime().minus(before).toNanos();
        }

        private static void await(List<Future<LoadGenerator.Seen>> calls) throws InterruptedException {
            for (Future<LoadGenerator.Seen> call : calls) {
                try {
                    call.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("A caller could not go on", e);
                }
            }
        }

        private Duration cpuTime() throws IOException {
            Duration sum = Duration.ZERO;
            for (Instance instance : instances) {
                sum = sum.plus(instance.cpuTime());
            }
            return sum;
        }

        /**
         * Part of the crowd, through the balancer.
         *
         * @return latencies in rising order
         */
        long[] rehearse(Workload part) throws InterruptedException {
            long[] micros = caller.send(part, REHEARSAL_SEED).latencyMicros();
            Arrays.sort(micros);
            return micros;
        }

        /**
         * Calls to the first server as often as in the crowd but one at a time, while the others have their part of the crowd:
         * a processor whose neighbour is busy is slower, and so is one that is called out of its sleep.
         *
         * @return by their kind
         */
        List<List<ServedCall>> amid(Workload crowd) throws IOException, InterruptedException {
            Workload part = world.lasting(AMID, crowd.scaled(1.0 / instances.size()));
            List<List<ServedCall>> seen = new ArrayList<>();
            world.samples().forEach(sample -> seen.add(new ArrayList<>()));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<LoadGenerator.Seen>> others = new ArrayList<>();
                for (int i = 1; i < instances.size(); i++) {
                    LoadGenerator other = callers.get(i);
                    long seed = REHEARSAL_SEED + i;
                    others.add(threads.submit(() -> other.send(part, seed)));
                }
                RequestStream stream = part.requests(REHEARSAL_SEED);
                long began = System.nanoTime();
                while (stream.next()) {
                    LoadGenerator.await(began + stream.arrivalNanos());
                    seen.get(stream.kind()).add(call(0, stream.kind()));
                }
                await(others);
            }
            return seen;
        }

        /** One call past the balancer, and a moment after it. */
        private ServedCall call(int number, int kind) throws IOException, InterruptedException {
            Instance instance = instances.get(number);
            Duration cpuBefore = instance.cpuTime();
            long throttledBefore = instance.throttledPeriods();
            LoadGenerator.Seen call = callers.get(number).sendOneByOne(1, () -> kind, PAUSE);
            Duration cpu = instance.cpuTime().minus(cpuBefore);
            boolean throttled = instance.throttledPeriods() > throttledBefore;
            return new ServedCall(Duration.ofNanos(call.latencyNanos()[0]), cpu, throttled, 0);
        }

        /** Of an answer, head and body. */
        long answerBytes(int kind) throws InterruptedException {
            long before = servers.consumed().bytesOut();
            caller.sendOneByOne(1, () -> kind, Duration.ZERO);
            return servers.consumed().bytesOut() - before;
        }

        /** Of calls to all servers at the same time, one call at a time to each. */
        double cpuNanosMedian() throws IOException, InterruptedException {
            return Steadiness.cpuNanosMedian(count -> cpuNanos(callers, 1, count)) / instances.size();
        }

        Observed run(Workload crowd, long seed) throws InterruptedException {
            ServersConsumed before = servers.consumed();
            servers.resumeScaling();
            LoadGenerator.Seen seen = caller.send(crowd, seed);
            ServersConsumed after = servers.consumed();
            servers.suspendScaling();
            double elapsed = after.elapsed().minus(before.elapsed()).toNanos() * World.TIME_SCALE;
            double instances = after.instanceTime().minus(before.instanceTime()).toNanos() / elapsed;
            Outcome outcome = new Outcome(
                    seen.requests(),
                    Map.of(Failure.UNAVAILABLE, seen.failed()),
                    Histograms.ofMicros(seen.latencyMicros()),
                    0,
                    after.peakInstances(),
                    instances,
                    0,
                    0,
                    new Consumption.OfServers(
                            HOSTING,
                            instances,
                            0,
                            Front.ALB,
                            2,
                            after.requests() - before.requests(),
                            after.requests() - before.requests(),
                            after.bytesIn() - before.bytesIn(),
                            after.bytesOut() - before.bytesOut()));
            return new Observed(outcome, seen.lateMillis());
        }

        @Override
        public void close() {
            callers.forEach(LoadGenerator::close);
            caller.close();
            servers.close();
        }
    }

    private CpuShare share() {
        return new CpuShare(size.share().orElseThrow(), CpuShare.LAMBDA_PERIOD);
    }

    private ServersSettings settings() {
        GroupTerms group = new GroupTerms(
                server.command(),
                server.health(),
                size.min(),
                size.max(),
                size.scales() ? alarms(1) : new ScalingPolicy.None(),
                BOOT,
                DRAIN,
                START_LIMIT,
                size.share().isPresent() ? Optional.of(share()) : Optional.empty());
        return new ServersSettings(
                group,
                BalancerTerms.APPLICATION_LOAD_BALANCER.with(Balancing.LEAST_OUTSTANDING),
                0,
                new TimeScale(World.TIME_SCALE),
                STOP_LIMIT);
    }
}
