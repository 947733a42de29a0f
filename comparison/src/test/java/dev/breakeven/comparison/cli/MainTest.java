package dev.breakeven.comparison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "compare --workload nowhere       | There is no workload 'nowhere'",
                "compare --deployments ec2,lambda | There is no deployment 'ec2'. There is lambda-rest-api, lambda-http-api, lambda-function-url, lambda-alb, lambda-managed-instances, beanstalk, beanstalk-cpu, beanstalk-2018, fargate, ec2-single, lightsail.",
                "compare --deployments ec2-single,ec2-single | Two deployments are called 'ec2-single'; each takes a name of its own.",
                "compare --deployments pom.xml    | pom.xml, line 1: ",
                "break-even a b --deployments c   | c cannot be read: is it there, and a file?",
                "compare --region mars            | no price list for the region 'mars'. There are lists for",
                "compare --free-tier some         | Invalid value for option '--free-tier'",
                "compare --hours-per-month 0      | --hours-per-month takes 1 to 744, not 0.",
                "compare --seed one               | Invalid value for option '--seed'",
                "compare --json /nowhere/a.json   | /nowhere/a.json cannot be written",
                "compare --html /nowhere/a.html   | /nowhere/a.html cannot be written",
                "compare --markdown -             | --html, --csv and --markdown take files; --json takes standard output, too.",
                "diff pom.xml pom.xml             | pom.xml is no JSON document that can be read: ",
                "diff nowhere.json pom.xml        | There is no file nowhere.json; 'breakeven compare --json FILE' writes one.",
                "compare --service nowhere        | There is no service 'nowhere': it is neither a file nor one of compresstest, tinysite.",
                "compare --service pom.xml        | pom.xml, line 1: ",
                "break-even ec2-single lambda-alb --service tinysit | There is no service 'tinysit': it is neither a file nor one of compresstest, tinysite. Did you mean tinysite?",
                "init pom.xml                     | pom.xml is there already, and is left as it is; init takes a new file.",
                "init /nowhere/service.yaml       | /nowhere/service.yaml cannot be written; a file in a folder that exists and is yours can",
                "compare --worklod x              | Unknown option",
                "compare --budget p98<=1s         | --budget takes what is limited, <= or a colon, and the limit, not 'p98<=1s'",
                "compare --budget p99<=500        | --budget 'p99<=500': 500 is no limit of p99; one like 500ms is.",
                "compare --budget fargate:max:1s  | --budget 'fargate:max:1s': fargate is not compared; lambda-rest-api, ec2-single are.",
                "headroom                         | Missing required parameter: 'DEPLOYMENT'",
                "headroom ec2                     | There is no deployment 'ec2'.",
                "headroom ec2-single --budget total:30 | --budget 'total:30': headroom is about what callers notice, not about costs; 'compare' takes a total.",
                "prices --region us-east-2        | no price list for the region 'us-east-2'. Did you mean us-east-1?",
                "prices --date 2017               | There is no price list of '2017' for us-east-1; there is one of",
                "prices refresh --region Mars     | --region takes a name such as eu-west-1, not 'Mars'.",
                "prices refresh --from /nowhere   | --from: '/nowhere' is neither an http or https URL nor a folder.",
                "break-even a.yaml                | Missing required parameter: 'B'",
                "break-even a.yaml b.yaml         | a.yaml cannot be read: is it there, and a file?",
                "break-even a b --over memory     | --over takes requests, wait, duration, payload or burstiness, not 'memory'.",
                "break-even a b --over wait       | There is no deployment 'a'.",
                "break-even a b --over wait --up-to 9 | --up-to is for --over requests.",
                "sweep                            | Missing required option: '--over=KNOB=VALUES'",
                "sweep --over memory=128..64      | --over: memory takes 128 MB to 10,240 MB, not 64 MB.",
                "sweep --over instances=1,2       | --over: lambda-rest-api is a function and has memory and concurrency; instances are of servers.",
                "sweep --over rate=1/s --over rate=2/s | --over: each knob is turned once, by all its values in one list.",
                "sweep --over memory=128 --csv - --json - | --csv and --json cannot both go to standard output.",
                "sweep --over memory=128 --csv /nowhere/a.csv | /nowhere/a.csv cannot be written",
                "break-even a b --up-to 0         | --up-to takes 1 to 1000000000000000 requests, not 0.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --reserved 901 | --reserved takes 1 to 900 of the account's 1000, not 901: Lambda keeps 100 for functions that have nothing reserved.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --account-concurrency 100 --reserved 1 | --reserved takes nothing of the account's 100, not 1: Lambda keeps 100 for functions that have nothing reserved.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --timeout 16m | --timeout: a function's timeout is above 0s and at most 15m, not 960000ms.",
                "simulate servers --workload steady:9/s --service-cpu fixed:1ms --duration 1m --health-check 5s/15s/3/5 | The servers: health checks have a timeout above 0 and up to the interval, and 1 check and up in a row.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --provisioned 2000 | --provisioned takes 0 to the function's concurrency of 1000, not 2000.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --memory 127 | --memory takes 128 to 10240 MB, not 127.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --keep-alive uniform:9s,3s | --keep-alive: 'uniform:9s,3s': uniform goes up",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --scaling-rate 0/10s | --scaling-rate: growth takes at least one environment",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --reuse last | there is most-recent, newest, oldest and random, not 'last'",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 0s | --duration takes more than 0 and up to 10000d, not 0s.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --front cloud | Invalid value for option '--front'",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --front classic | --front takes none, rest, http, url or alb, not classic: it calls no functions.",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --snapstart soon | --snapstart: 'soon'",
                "simulate functions --workload steady:9/s --warm fixed:1s --cold fixed:2s --duration 1m --snapstart fixed:1s --provisioned 1 | --snapstart and --provisioned exclude each other.",
                "simulate functions --workload steady:-9/s --warm fixed:1s --cold fixed:2s --duration 1m | '-9/s' is no rate",
                "simulate servers --workload steady:9/s --duration 1m | Missing required option: '--service-cpu=DIST'",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --instances 0 | The servers: of 0 to 0 instances there are 0 in the beginning",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --min-instances 2 | The servers: of 2 to 1 instances there are 1",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --front rest | --front takes none, alb or classic, not rest: it calls functions.",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --vcpus 0 | The servers: a server has 1 to 1024 vCPUs",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --trigger cpu:170%/1m | The servers: '170%' is no part of the processors; 1% to 99% are.",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --trigger memory:9MB/1m | The servers: 'memory:9MB/1m' is no trigger; none, cpu:70%/1m,",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --credits t3.micr:standard | 't3.micr' has no CPU credits. Did you mean t3.micro?",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --credits t3.micro | is neither none nor an instance type and its mode",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --cpu-quota 0.25 | The servers: '0.25' is no quota;",
                "simulate servers --workload steady:9/s --duration 1m --service-cpu fixed:1s --balancer dice | The servers: 'dice' is no balancer; round-robin, least-outstanding, classic and lambda are.",
                "simulate | What is to be simulated?",
                "comprae                          | comprae"
            })
    void bad_input_is_one_message_and_status_2(String line, String part) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).startsWith("breakeven: ").contains(part).doesNotContain("\tat ");
        assertThat(err.toString().lines().count()).isLessThanOrEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void help_names_every_option() {
        assertThat(run("compare", "--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--workload",
                        "--deployments",
                        "--service",
                        "--region",
                        "--free-tier",
                        "--hours-per-month",
                        "--seed",
                        "--json");
    }

    @Test
    void init_writes_a_service_file_once(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.yaml");
        assertThat(run("init", file.toString())).isZero();
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "Wrote " + file + ". Once it fits your service: ./breakeven compare --service " + file);
        String written = Files.readString(file);
        assertThat(written).contains("# As a function on Lambda.", "bootstrap: ", "{port}", "requests:");
        assertThat(run("init", file.toString())).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @Test
    void a_service_that_runs_one_way_only_is_refused_where_both_are_needed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("one-way.yaml"), """
                name: one-way
                server: {command: "./serve {port}"}
                requests: [{route: GET /}]
                """);
        assertThat(run("break-even", "ec2-single", "lambda-alb", "--service", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("breakeven: one-way is not described as a function: lambda-alb is left out."
                        + " Both are needed; 'compare' shows one on its own.");
    }

    private int run(String... arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
