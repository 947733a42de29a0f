package dev.breakeven.comparison.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.quantity.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentFileTest {

    private static final String FUNCTION = """
            name: ours
            functions:
              memory: 512
              architecture: arm64
              front: rest
              front-latency: fixed(20ms)
              front-head-bytes: 300
              keep-alive: fixed(5m)
              concurrency: 100
              timeout: 29s
            """;

    private static final String TASKS = """
            name: tasks
            servers:
              host:
                fargate: {vcpu: 0.5, memory: 1GB, architecture: arm64, quota-period: 100ms}
              front: alb
              front-latency: fixed(1ms)
              zones: 3
              scaling: {instances-min: 2, instances-max: 5, trigger: "track:cpu=50%", launch: fixed(45s), drain: 30s}
            sources:
              launch: seen by ourselves
            """;

    @TempDir
    private Path folder;

    static Stream<String> names() {
        return DeploymentFile.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void ours_name_a_source_for_every_number_and_for_nothing_else(String name) throws BadInputException {
        Deployment deployment = DeploymentFile.read(name);
        assertThat(deployment.inputs()).isNotEmpty();
        assertThat(deployment.sources().keySet()).isEqualTo(deployment.inputs().keySet());
        assertThat(deployment.sources().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("names")
    void ours_start_by_an_init(String name) throws BadInputException {
        if (DeploymentFile.read(name) instanceof Deployment.Functions functions) {
            assertThat(functions.start()).isEqualTo(new FunctionStart.Init());
        }
    }

    @Test
    void a_file_of_the_user_s_has_a_document_for_each() throws Exception {
        Path file = file(FUNCTION + "---\n" + TASKS);
        List<Deployment> read = DeploymentFile.readAll(List.of("ec2-single", file.toString()));
        assertThat(read).extracting(Deployment::name).containsExactly("ec2-single", "ours", "tasks");
        Deployment.Servers tasks = (Deployment.Servers) read.get(2);
        assertThat(tasks.survivesInstances()).isEqualTo(1);
        assertThat(tasks.zones()).isEqualTo(3);
        assertThat(tasks.group().host().processors()).isEqualTo(0.5);
        assertThat(tasks.sources())
                .containsEntry("launch", "seen by ourselves")
                .containsEntry("drain", "given in " + file);
    }

    @Test
    void a_function_may_start_from_a_snapshot() throws Exception {
        Path file = file(FUNCTION + "  start: snapstart\n  restore: fixed(300ms)\n");
        Deployment.Functions functions = (Deployment.Functions)
                DeploymentFile.readAll(List.of(file.toString())).getFirst();
        assertThat(functions.start()).isEqualTo(new FunctionStart.SnapStart(new Distribution.Fixed(300e6)));
        assertThat(functions.inputs()).containsEntry("restore", "fixed(300ms), all of it billed");
    }

    @Test
    void two_of_one_name_are_refused() throws Exception {
        Path file = file(FUNCTION + "---\n" + FUNCTION);
        assertThatThrownBy(() -> DeploymentFile.readAll(List.of(file.toString())))
                .isInstanceOf(BadInputException.class)
                .hasMessage("Two deployments are called 'ours'; each takes a name of its own.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: ours            | nam: ours              | line 1: unknown key 'nam'. Did you mean name?",
                "name: ours            | name: ''               | 'name' of deployment 1 is missing",
                "memory: 512           | memory: much           | 'memory'",
                "  memory: 512         |                        | ours: 'memory' is missing.",
                "front: rest           | front: apache          | ours: 'front': 'apache' is no front; none, rest, http, url, alb, classic are.",
                "front: rest           | front: classic         | ours: before a function there is none, rest, http, url, alb, not classic.",
                "fixed(5m)             | five                   | ours: 'keep-alive': 'five' is no",
                "timeout: 29s          | timeout: 29            | ours: 'timeout': '29' is no duration",
                "timeout: 29s          | start: snapstart       | ours: 'restore' is missing.",
                "timeout: 29s          | restore: fixed(1s)     | ours: 'restore' goes with 'start: snapstart'.",
                "timeout: 29s          | start: warm            | ours: 'start' is init or snapstart, not 'warm'.",
                "functions:            | function:              | unknown key 'function'. Did you mean functions?"
            })
    void a_function_that_cannot_be_used_is_refused_by_its_key(String text, @Nullable String instead, String part)
            throws Exception {
        refused(FUNCTION, text, instead, part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fargate:              | fargat:                | unknown item 'fargat'. Did you mean fargate?",
                "vcpu: 0.5             | vcpu: 3                | tasks: 'vcpu' is 0.25, 0.5, 1, 2, 4, 8, 16, 32, not 3.",
                "memory: 1GB           | memory: 8GB            | tasks: 'memory' of a task of 0.5 vCPU is 1, 2, 3, 4 GB, not 8 GB.",
                "quota-period: 100ms   | quota-period: 1us      | tasks: a quota is a share above 0",
                ", quota-period: 100ms |                        | tasks: 'quota-period' is missing.",
                "front: alb            | front: rest            | tasks: before these servers there is none, alb, not rest.",
                "  zones: 3            |                        | tasks: 'zones' is missing.",
                "track:cpu=50%         | cpu:50%/1m             | tasks: 'step' is missing.",
                "instances-min: 2,     | instances-min: 0,      | tasks: of 0 to 5 instances there are 0 in the beginning",
                "drain: 30s            | drain: 30s, step: 1    | tasks: 'step' and 'cooldown' go with alarms"
            })
    void servers_that_cannot_be_used_are_refused_by_their_key(String text, @Nullable String instead, String part)
            throws Exception {
        refused(TASKS, text, instead, part);
    }

    private void refused(String document, String text, @Nullable String instead, String part) throws Exception {
        assertThat(document).contains(text);
        Path file = file(document.replace(text, instead == null ? "" : instead));
        assertThatThrownBy(() -> DeploymentFile.readAll(List.of(file.toString())))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(part);
    }

    private Path file(String content) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, content);
        return file;
    }
}
