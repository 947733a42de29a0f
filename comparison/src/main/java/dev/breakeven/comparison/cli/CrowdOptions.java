package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.workload.Workload;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who calls which service, and what is known of it. */
final class CrowdOptions {

    @Option(
            names = "--workload",
            paramLabel = "NAME|FILE|SPEC",
            description = "Who calls, when and with what (default: ${DEFAULT-VALUE}).",
            defaultValue = "elb-request-count")
    private String workload = "";

    @Mixin
    private final ServiceOption service = new ServiceOption();

    @Mixin
    private final MeasurementOption measured = new MeasurementOption();

    /** The one that was asked for, as it was. */
    String workloadName() {
        return workload;
    }

    Workload workload() throws BadInputException {
        return workload(workload);
    }

    Workload workload(String nameOrFileOrSpec) throws BadInputException {
        return service.workload(nameOrFileOrSpec);
    }

    /** The service, which has what is asked of it and is what was measured. */
    Service askedBy(Workload calls) throws BadInputException, IOException {
        Service asked = service.read();
        asked.check(calls.mix());
        measured.check(asked);
        return asked;
    }

    Measurements measure(Service asked, Progress progress) throws BadInputException, IOException, InterruptedException {
        return measured.of(asked, progress);
    }
}
