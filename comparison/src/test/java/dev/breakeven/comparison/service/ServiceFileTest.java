package dev.breakeven.comparison.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.Distribution;
import dev.breakeven.comparison.workload.WorkloadFile;
import dev.breakeven.localcloud.gateway.FunctionCode;
import dev.breakeven.localcloud.gateway.HttpHeader;
import dev.breakeven.localcloud.server.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceFileTest {

    private static final String GOOD = """
            name: ours
            environment: {LEVEL: warn, STAGE: any}
            function:
              bootstrap: run
              memory: 512
              environment: {STAGE: function}
            server:
              command: "./serve --port {port}"
              health: /ready
              environment: {THREADS: 4}
            requests:
              - {route: "GET /search?q=a", weight: 3, headers: {Accept: text/html}}
              - {route: PUT /small, file: small.bin}
              - {route: POST /text, sizes: [10kB, 1kB], payload: "uniform(1kB,10kB)"}
            """;

    @TempDir
    private Path folder;

    @Test
    void both_ways_and_the_requests_are_read_and_paths_start_at_the_files_folder() throws Exception {
        Service service = read(GOOD);
        assertThat(service.name()).isEqualTo("ours");
        Service.AsFunction function = service.function().orElseThrow();
        assertThat(function.code()).isEqualTo(new FunctionCode.Bootstrap(folder.resolve("run")));
        assertThat(function.memoryMegabytes()).isEqualTo(512);
        assertThat(function.environment()).isEqualTo(Map.of("LEVEL", "warn", "STAGE", "function"));
        Service.AsServer server = service.server().orElseThrow();
        assertThat(server.command().arguments()).containsExactly("./serve", "--port", "{port}");
        assertThat(server.command().folder()).isEqualTo(folder);
        assertThat(server.command().environment()).isEqualTo(Map.of("LEVEL", "warn", "STAGE", "any", "THREADS", "4"));
        assertThat(server.health()).isEqualTo(new HealthCheck("/ready"));
        assertThat(service.samples())
                .extracting(Sample::route)
                .containsExactly("GET /search?q=a", "PUT /small", "POST /text");
        Sample search = service.samples().get(0);
        assertThat(search.weight()).isEqualTo(3);
        assertThat(search.headers()).containsExactly(new HttpHeader("Accept", "text/html"));
        assertThat(search.body().sizes()).containsExactly(0L);
    }

    @Test
    void a_payload_is_a_body_or_files_or_made_up_text_in_the_order_of_their_sizes() throws Exception {
        Files.writeString(folder.resolve("large.bin"), "seven..");
        List<Sample> samples = read("""
                name: ours
                server: {command: ./serve}
                requests:
                  - {route: POST /body, body: '{"a": 1}'}
                  - {route: POST /files, file: [large.bin, small.bin]}
                  - {route: POST /text, sizes: [10kB, 1kB]}
                  - {route: POST /form, form-file: upload, sizes: 1kB}
                """).samples();
        assertThat(new String(samples.get(0).body().bytes(8), UTF_8)).isEqualTo("{\"a\": 1}");
        assertThat(samples.get(0).payload()).isEqualTo(new Distribution.Fixed(8));
        assertThat(samples.get(1).body().sizes()).containsExactly(5L, 7L);
        assertThat(new String(samples.get(1).body().bytes(7), UTF_8)).isEqualTo("seven..");
        assertThat(samples.get(2).body().bytes(1_000)).hasSize(1_000);
        assertThat(((Distribution.Seen) samples.get(2).payload()).values()).containsExactly(1_000, 10_000);
        assertThat(new String(samples.get(3).body().bytes(1_000), UTF_8)).contains("name=\"upload\"");
        assertThat(samples.get(3).headers()).extracting(HttpHeader::name).containsExactly("Content-Type");
    }

    @Test
    void either_way_may_be_missing_and_what_is_left_out_has_a_default() throws Exception {
        Service server = read("name: s\nserver: {command: ./serve}\nrequests: [{route: GET /}]\n");
        assertThat(server.function()).isEmpty();
        assertThat(server.server().orElseThrow().health()).isEqualTo(new HealthCheck("/health"));
        Service function = read("name: f\nfunction: {bootstrap: run}\nrequests: [{route: GET /}]\n");
        assertThat(function.server()).isEmpty();
        assertThat(function.function().orElseThrow().memoryMegabytes()).isEqualTo(1_769);
    }

    @Test
    void a_jar_is_run_by_the_java_that_runs_us_and_a_function_in_java_is_a_zip() throws Exception {
        write("server.jar", "any");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("f.zip")))) {
            zip.putNextEntry(new ZipEntry("example/Handler.class"));
        }
        Service service = read("""
                name: java
                function: {zip: f.zip, handler: "example.Handler::handle"}
                server: {jar: server.jar}
                requests: [{route: GET /}]
                """);
        assertThat(service.function().orElseThrow().code())
                .isEqualTo(new FunctionCode.Java(folder.resolve("f.zip"), "example.Handler::handle"));
        assertThat(service.server().orElseThrow().command().arguments())
                .containsExactly(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        folder.resolve("server.jar").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: ours            | title: ours            | line 1: unknown key 'title'.",
                "name: ours            |                        | : 'name' is missing.",
                "  bootstrap: run      |                        | function: 'zip' with 'handler' is missing, or 'bootstrap' in their place.",
                "bootstrap: run        | zip: f.zip             | function: 'handler' is missing.",
                "bootstrap: run        | handler: a.B           | function: 'zip' is missing.",
                "  bootstrap: run      | `bootstrap: run\n  zip: f.zip`  | function: 'bootstrap' excludes 'zip' and 'handler': a zip that holds a bootstrap is given as 'bootstrap'.",
                "  bootstrap: run      | `zip: f.zip\n  handler: a.B`    | f.zip: there is no such file; accepted is a zip of at most 250 MB",
                "bootstrap: run        | bootstrap: nothing     | nothing is not there; accepted is a file that may be executed, or a zip",
                "bootstrap: run        | bootstrap: small.bin   | small.bin may not be executed (chmod +x small.bin)",
                "memory: 512           | memory: 64             | function: A function has from 128 to 10240 MB of memory, not 64 MB.",
                "memory: 512           | memory: 512MB          | line 5: 'memory': '512MB' is no number; one such as 20 or 0.5 is.",
                "STAGE: function       | MY-STAGE: function     | function: 'environment': 'MY-STAGE' is no name of a variable;",
                "STAGE: function       | STAGE:                 | function: 'environment': 'STAGE' has no value; '' is an empty one.",
                "THREADS: 4            | THREADS: [4]           | line 10: 'THREADS': is one value, not a list or a table.",
                "--port {port}\"       | 'a\"                   | server: A quote is not closed in the command: ./serve 'a.",
                "  command:            | `jar: a.jar\n  command:`        | server: 'jar' excludes 'command'.",
                "command: \"./serve --port {port}\" | jar: a.jar | a.jar.",
                "  command: \"./serve --port {port}\" |           | server: 'command' is missing, or 'jar' in its place.",
                "health: /ready        | threads: 0             | server: 'threads' takes 1 to 100000, not 0.",
                "health: /ready        | health: ready          | server: The health check's path is \"ready\"; accepted is a path like /health, without blanks.",
                "requests:             | `requests: []\nrest:`   | unknown key 'rest'",
                "GET /search?q=a       | /search                | item 1 of 'requests': 'route' takes a method and a path, as in POST /resize, not '/search'.",
                "GET /search?q=a       | get /search            | item 1 of 'requests': 'route': 'get' is no method; GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS are.",
                "GET /search?q=a       | GET /a%zz              | item 1 of 'requests': 'route': '/a%zz' is no path;",
                "GET /search?q=a       | GET //host/path        | item 1 of 'requests': 'route': '//host/path' is no path;",
                "`route: \"GET /search?q=a\", ` |                | item 1 of 'requests': 'route' is missing.",
                "weight: 3             | weight: 0              | item 1 of 'requests': 'weight' takes a number above 0 and below 10^9, not 0.0.",
                "weight: 3             | weight: -1             | 'weight' takes a number above 0 and below 10^9, not -1.0.",
                "Accept: text/html     | Host: a                | item 1 of 'requests': 'headers': 'Host' is set by whoever makes the connection.",
                "Accept: text/html     | a b: c                 | item 1 of 'requests': 'headers': 'a b: c' is no header;",
                "PUT /small            | POST /text             | item 3 of 'requests': 'POST /text' is there already; each route is asked in one way.",
                "file: small.bin       | file: no.bin           | no.bin cannot be read: is it there, and a file?",
                "file: small.bin       | file: []               | item 2 of 'requests': 'file' is empty, or an item of it is.",
                "file: small.bin       | file: [small.bin, small.bin] | item 2 of 'requests': 'file': small.bin has 5 bytes, as one before it has; each takes a size of its own.",
                "file: small.bin       | file: small.bin, body: a | item 2 of 'requests': a request has 'body', 'file', or 'sizes' with or without 'form-file'; one of them, not several.",
                "file: small.bin       | `file: small.bin, payload: \"fixed(1kB)\"` | item 2 of 'requests': 'payload' varies what is measured at one size only;",
                "file: small.bin       | form-file: upload      | item 2 of 'requests': 'sizes' is missing.",
                "sizes: [10kB, 1kB]    | sizes: [large]         | item 3 of 'requests': 'large' is no size; 512B, 100kB, 64KiB and 3MiB are.",
                "sizes: [10kB, 1kB]    | sizes: [1GB]           | item 3 of 'requests': 'sizes' takes up to 100MB, not 1GB.",
                "uniform(1kB,10kB)     | about 3kB              | item 3 of 'requests': 'about 3kB' is no distribution;",
                "sizes: [10kB, 1kB]    | `form-file: f, sizes: [10kB, 1kB], headers: {content-type: a}` | item 3 of 'requests': 'headers': 'content-type' is set by 'form-file'."
            })
    void a_service_that_cannot_be_used_is_refused_by_its_place(String text, @Nullable String instead, String part)
            throws Exception {
        String from =
                "--".equals(instead) ? GOOD.substring(GOOD.indexOf("function:"), GOOD.indexOf("requests:")) : text;
        assertThat(GOOD).contains(from);
        String to = instead == null || instead.equals("--") ? "" : instead.replace("\\n", "\n");
        assertThatThrownBy(() -> read(GOOD.replace(from, to)))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(folder.resolve("service.yaml").toString())
                .hasMessageContaining(part);
    }

    @Test
    void a_service_that_runs_neither_way_is_refused() {
        assertThatThrownBy(() -> read("name: s\nrequests: [{route: GET /}]\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("service.yaml: a service has 'function', 'server' or both; it has neither.");
    }

    @Test
    void a_service_without_requests_is_refused() {
        assertThatThrownBy(() -> read("name: s\nserver: {command: ./serve}\n"))
                .hasMessageEndingWith("service.yaml: 'requests' is missing.");
        assertThatThrownBy(() -> read("name: s\nserver: {command: ./serve}\nrequests: []\n"))
                .hasMessageEndingWith("service.yaml: 'requests' is empty, or an item of it is.");
    }

    @Test
    void a_name_that_is_neither_ours_nor_a_file_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> ServiceFile.read("tinysit", folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "There is no service 'tinysit': it is neither a file nor one of compresstest, tinysite. Did you"
                                + " mean tinysite?");
    }

    @Test
    void ours_are_two_such_files_and_together_ask_for_what_our_workloads_do() throws Exception {
        Path zip =
                Files.createDirectories(folder.resolve("lambda-adapter/target")).resolve("breakeven-lambda.zip");
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            entries.putNextEntry(new ZipEntry("dev/breakeven/lambda/StreamHandler.class"));
        }
        Files.createDirectories(folder.resolve("server-adapter/target/breakeven-server"));
        write("server-adapter/target/breakeven-server/breakeven-server.jar", "any");
        for (String name : ServiceFile.NAMES) {
            assertThat(ServiceFile.read(name, folder).name()).isEqualTo(name);
        }
        Service both = ServiceFile.builtIn(folder);
        assertThat(both.name()).isEqualTo("breakeven");
        assertThat(both.mix())
                .usingRecursiveComparison()
                .isEqualTo(WorkloadFile.read("steady-10rps").mix());
        both.check(WorkloadFile.read("steady-10rps").mix());
        assertThatThrownBy(() -> ServiceFile.read("tinysite", folder)
                        .check(WorkloadFile.read("steady-10rps").mix()))
                .hasMessage("The workload asks for 'POST /compress', which tinysite is not measured with; it is with"
                        + " GET /.");
    }

    @Test
    void the_file_to_begin_with_can_be_read_once_what_it_names_is_there() throws Exception {
        Files.createDirectories(folder.resolve("build"));
        Files.createDirectories(folder.resolve("samples"));
        assertThat(write("build/bootstrap", "any").toFile().setExecutable(true)).isTrue();
        write("samples/small.png", "any");
        write("samples/large.png", "another");
        Service service = read(new String(ServiceFile.template(), UTF_8));
        assertThat(service.function()).isPresent();
        assertThat(service.server()).isPresent();
        assertThat(service.samples()).hasSize(5);
    }

    private Service read(String content) throws Exception {
        write("small.bin", "five.");
        assertThat(write("run", "any").toFile().setExecutable(true)).isTrue();
        return ServiceFile.read(write("service.yaml", content).toString(), Path.of("nowhere"));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
