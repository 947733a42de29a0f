package dev.breakeven.comparison.cli;

import static java.util.Objects.requireNonNull;

import dev.breakeven.comparison.bill.Terms;
import dev.breakeven.comparison.deployment.Deployment;
import dev.breakeven.comparison.deployment.DeploymentFile;
import dev.breakeven.comparison.deployment.Suited;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.measurement.Measurements;
import dev.breakeven.comparison.progress.Progress;
import dev.breakeven.comparison.report.SweepReport;
import dev.breakeven.comparison.report.SweepTable;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.verdict.Axis;
import dev.breakeven.comparison.verdict.Question;
import dev.breakeven.comparison.verdict.Sweep;
import dev.breakeven.comparison.verdict.Sweeping;
import dev.breakeven.comparison.verdict.Trial;
import dev.breakeven.comparison.workload.Workload;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the service, and replays a workload on one deployment at many settings. */
@Command(
        name = "sweep",
        description = "Measure the service, replay a workload at each memory size or other setting of a deployment, and"
                + " say what each costs, how fast it is, and which is best.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DEPLOYMENT",
            description = "One of ours, or a file of yours with one (default: ${DEFAULT-VALUE}).",
            defaultValue = "lambda-rest-api")
    private String deployment = "";

    @Option(
            names = "--over",
            required = true,
            paramLabel = "KNOB=VALUES",
            description = {
                "What to turn: memory=128..10240, by a quarter more at a time; rate=1/s..100/s+5/s, by a step;"
                        + " memory=128..10240x2, by a factor; memory=128,512,1769. May be given several times, for every"
                        + " combination.",
                "Of functions: memory, concurrency; of servers: instances; of the workload: rate, payload (times as"
                        + " large), burstiness (the requests of each hour within so small a part of it); of the service:"
                        + " wait (time without CPU added to each request), duration (times the CPU time)."
            })
    private List<String> over = List.of();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write each point there as soon as it is known, and go on with what is there already;"
                    + " - for standard output, and then no text.")
    private @Nullable String csv;

    @Mixin
    private final CrowdOptions crowd = new CrowdOptions();

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
        boolean toScreen = "-".equals(csv);
        if (csv != null) {
            new OutputFile(csv).check();
        }
        if (toScreen && json.isStandardOutput()) {
            throw new BadInputException("--csv and --json cannot both go to standard output.");
        }
        Workload calls = crowd.workload();
        Deployment host = deployment();
        List<Axis> axes = axes(calls, host);
        Terms billed = terms.read();
        Service run = crowd.askedBy(calls);
        Deployment runs = Suited.runBy(run, host);

        Sweep sweep = TerminalProgress.watch(progress -> {
            Measurements measurements = crowd.measure(run, progress);
            PrintWriter err = requireNonNull(spec).commandLine().getErr();
            PatientProgress patient =
                    new PatientProgress(progress, err, "fewer values or a smaller workload take less.");
            return sweep(new Question(calls, runs, measurements), axes, billed, patient);
        });
        SweepReport report = new SweepReport(sweep);
        return json.write(report.json(), toScreen ? SweepTable.of(sweep) : report.text());
    }

    private Sweep sweep(Question question, List<Axis> axes, Terms billed, Progress progress) throws Exception {
        Sweeping sweeping = new Sweeping(question, axes, new Trial(billed, seed.value()));
        if (csv == null || csv.equals("-")) {
            return sweeping.run(Map.of(), point -> {}, progress);
        }
        SweepTable table = new SweepTable(question, billed, seed.value(), axes);
        SweepFile file = SweepFile.open(Path.of(csv), table, sweeping);
        return sweeping.run(file.known(), file::add, progress);
    }

    private Deployment deployment() throws BadInputException {
        List<Deployment> read = DeploymentFile.readAll(List.of(deployment));
        if (read.size() != 1) {
            throw new BadInputException(deployment + " has " + read.size() + " deployments; a sweep takes one.");
        }
        return read.getFirst();
    }

    /** Whatever cannot be is refused before anything is measured. */
    private List<Axis> axes(Workload calls, Deployment host) throws BadInputException {
        try {
            List<Axis> axes = over.stream().map(Axis::parse).toList();
            Sweeping.check(calls, host, axes);
            return axes;
        } catch (IllegalArgumentException refused) {
            throw new BadInputException("--over: " + refused.getMessage(), refused);
        }
    }
}
