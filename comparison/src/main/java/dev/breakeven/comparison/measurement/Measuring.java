package dev.breakeven.comparison.measurement;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.localcloud.process.CpuShare;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the service both ways, one after the other, at each share of the CPU that is asked for, and watches: several starts, each
 * with its first calls, then warm calls of every payload size to the last process.
 */
public final class Measuring {

    private final Service service;
    private final Effort effort;
    private final Progress progress;

    public Measuring(Service service, Effort effort, Progress progress) {
        this.service = service;
        this.effort = effort;
        this.progress = progress;
    }

    /** At the share that a function of the service's memory has, and as a server with all of the machine. */
    public Measurements measure() throws IOException, InterruptedException, BadInputException {
        return measure(List.of(), List.of());
    }

    /**
     * At other shares as well.
     *
     * @param memories of functions, in megabytes
     * @param shares of servers, in processors
     */
    public Measurements measure(List<Integer> memories, List<Double> shares)
            throws IOException, InterruptedException, BadInputException {
        progress.begin("measuring");
        Instant taken = Instant.now();
        Machine machine = Machine.here();
        List<Integer> allMemories = new ArrayList<>();
        service.function().ifPresent(function -> {
            allMemories.add(function.memoryMegabytes());
            allMemories.addAll(memories);
        });
        List<Optional<Double>> allShares = new ArrayList<>();
        if (service.server().isPresent()) {
            allShares.add(Optional.empty());
            shares.forEach(share -> allShares.add(Optional.of(share)));
        }
        double pieces = allMemories.size() + allShares.size();
        List<HostMeasurement> functions = new ArrayList<>();
        for (int memory : allMemories) {
            functions.add(function(memory, functions.size() / pieces, 1 / pieces));
        }
        List<HostMeasurement> servers = new ArrayList<>();
        for (Optional<Double> share : allShares) {
            servers.add(server(share, (functions.size() + servers.size()) / pieces, 1 / pieces));
        }
        return new Measurements(
                taken,
                machine,
                effort.equals(Effort.QUICK),
                service.name(),
                Fingerprint.of(service),
                Calibration.NONE,
                functions,
                servers);
    }

    /** As a function with so much memory. */
    private HostMeasurement function(int memoryMegabytes, double from, double part)
            throws IOException, InterruptedException, BadInputException {
        Service.AsFunction asFunction = service.function().orElseThrow();
        try (FunctionHost.Unpacked unpacked = FunctionHost.unpack(asFunction, memoryMegabytes)) {
            return new HostMeasuring(
                            unpacked::start, service.samples(), effort, done -> progress.done(from + part * done))
                    .measure(CpuShare.ofFunction(memoryMegabytes).processors());
        }
    }

    private HostMeasurement server(Optional<Double> share, double from, double part)
            throws IOException, InterruptedException, BadInputException {
        Service.AsServer asServer = service.server().orElseThrow();
        Optional<CpuShare> confined = share.map(processors -> new CpuShare(processors, CpuShare.LAMBDA_PERIOD));
        return new HostMeasuring(
                        () -> ServerHost.start(asServer, confined),
                        service.samples(),
                        effort,
                        done -> progress.done(from + part * done))
                .measure(share.orElse(HostMeasurement.UNLIMITED));
    }
}
