package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.report.ValidationReport;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.validation.Trials;
import dev.breakeven.comparison.validation.Validating;
import dev.breakeven.comparison.validation.Validation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts a burst on this machine, lets it happen, and says how far off the prediction was. */
@Command(
        name = "validate",
        description =
                "Predict a burst on functions and on servers in miniature, run it on real processes, and compare.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private final ServiceOption service = new ServiceOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where measurements and predictions are written before each burst (default: target/breakeven/validation"
                            + " of the project).")
    private @Nullable Path out;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description =
                    "Let the model be wrong, to see that it is found: service-time, keep-alive or instance-missing.")
    private @Nullable String fault;

    @Option(
            names = "--on",
            split = ",",
            paramLabel = "KIND",
            converter = KindOption.class,
            description =
                    "What to try: functions, servers (a group that scales) and server-core (one on a core of its own);"
                            + " all of them if not said.")
    private Set<Trials.Kind> on = Trials.ALL.on();

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description = "How often to try until the machine is quiet enough: 1 to 3 (default: 3).")
    private int attempts = Trials.ALL.attempts();

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    @Mixin
    private final SeedOption seed = new SeedOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        json.check();
        Trials trials = new Trials(on, FaultOption.parse(fault), attempts());
        Terms billed = terms.read();
        Service run = service.read();
        Path folder = out == null ? Home.folder().resolve(Path.of("target", "breakeven", "validation")) : out;
        PrintWriter err = requireNonNull(spec).commandLine().getErr();
        Validation validation =
                TerminalProgress.watch(progress -> new Validating(billed, folder, seed.value(), progress, event -> {
                            err.println("breakeven: " + event);
                            err.flush();
                        })
                        .validate(run, trials));
        json.write(ValidationReport.json(validation), ValidationReport.text(validation));
        return status(validation).code();
    }

    private int attempts() throws BadInputException {
        if (attempts < 1 || attempts > Trials.ALL.attempts()) {
            throw new BadInputException("--attempts takes 1 to " + Trials.ALL.attempts() + ", not " + attempts + ".");
        }
        return attempts;
    }

    /** A prediction that is refuted counts for more than a machine that was too noisy elsewhere. */
    static ExitStatus status(Validation validation) {
        if (validation.isRefuted()) {
            return ExitStatus.FAILED;
        }
        return validation.isNoisy() ? ExitStatus.BROKEN : ExitStatus.DONE;
    }
}
