package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.service.ServiceFile;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The service that is run: one of ours, or any other in a file. */
final class ServiceOption {

    @Option(
            names = "--service",
            paramLabel = "NAME|FILE",
            description = "What to run: compresstest, tinysite, or any service in a file, which 'init' begins (default:"
                    + " both of ours).")
    private @Nullable String service;

    Service read() throws BadInputException {
        return service == null ? ServiceFile.builtIn(Home.folder()) : ServiceFile.read(service, Home.folder());
    }

    /** Reads a workload, which asks for what a service that is named is asked, unless it says itself for what. */
    Workload workload(String nameOrFileOrSpec) throws BadInputException {
        return service == null
                ? WorkloadFile.read(nameOrFileOrSpec)
                : WorkloadFile.read(nameOrFileOrSpec, read().mix());
    }
}
