package dev.breakeven.comparison.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_written_may_be_read_by_whoever_may_read_other_files() throws Exception {
        Path other = Files.createFile(folder.resolve("other"));
        Path report = folder.resolve("report");
        new OutputFile(report.toString()).write("all of it".getBytes(UTF_8));
        assertThat(Files.getPosixFilePermissions(report)).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void nothing_is_left_beside_it() throws Exception {
        Path report = folder.resolve("report");
        new OutputFile(report.toString()).write("first".getBytes(UTF_8));
        new OutputFile(report.toString()).write("second".getBytes(UTF_8));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(report);
        }
        assertThat(report).hasContent("second");
    }
}
