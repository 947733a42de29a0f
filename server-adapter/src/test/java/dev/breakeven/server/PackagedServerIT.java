package dev.breakeven.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is deployed: a process of its own, started from the folder that the archive holds. */
class PackagedServerIT {

    private static final Path FOLDER = Path.of("target", "breakeven-server");
    private static final Path ARCHIVE = Path.of("target", "breakeven-server.zip");
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path log;

    @Test
    void it_answers_and_when_told_to_stop_finishes_what_has_begun() throws Exception {
        Process server = start(Map.of("PORT", "0", "HOST", "127.0.0.1"));
        try (BufferedReader out = server.inputReader(UTF_8)) {
            String ready = out.readLine();
            assertThat(ready).matches("listening on http://127\\.0\\.0\\.1:\\d+");
            int port = Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
            try (RawConnection idle = new RawConnection(port);
                    RawConnection begun = new RawConnection(port)) {
                idle.sendHead("GET / HTTP/1.1", "Host: a");
                assertThat(idle.read().body()).hasSize(466);
                String form = "--b\r\nContent-Disposition: form-data; name=\"textEntry\"\r\n\r\nhello\r\n--b--\r\n";
                begun.sendHead(
                        "POST /compress HTTP/1.1",
                        "Host: a",
                        "Expect: 100-continue",
                        "Content-Type: multipart/form-data; boundary=b",
                        "Content-Length: " + form.length());
                assertThat(begun.readHead()).isEqualTo("HTTP/1.1 100 Continue");

                server.toHandle().destroy();

                begun.send(form);
                assertThat(begun.read().text()).contains("\"original_size\":5,");
                assertThat(begun.isAtEnd()).isTrue();
                assertThat(idle.isAtEnd()).isTrue();
            }
            assertThat(exitStatus(server)).isIn(0, 143);
            assertThat(out.readLine()).isNull();
            assertThat(errors()).isEmpty();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void a_wrong_setting_is_one_sentence_and_status_2() throws Exception {
        Process server = start(Map.of("PORT", "eighty"));
        assertThat(exitStatus(server)).isEqualTo(2);
        assertThat(errors())
                .containsExactly("PORT is 'eighty'; give a number from 0 to 65535, where 0 takes any free port.");
    }

    @Test
    void a_port_in_use_is_one_sentence_and_status_3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Process server = start(Map.of("PORT", port, "HOST", "127.0.0.1"));
            assertThat(exitStatus(server)).isEqualTo(3);
            assertThat(errors()).singleElement().asString().startsWith("Cannot listen on 127.0.0.1:" + port);
        }
    }

    @Test
    void the_archive_holds_the_folder() throws IOException {
        try (ZipFile archive = new ZipFile(ARCHIVE.toFile());
                Stream<Path> folder = Files.walk(FOLDER)) {
            Set<String> archived = archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toSet());
            assertThat(archived)
                    .contains("Procfile", "breakeven-server.jar")
                    .isEqualTo(folder.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                            .collect(Collectors.toSet()));
        }
    }

    private Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder server = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "breakeven-server.jar");
        server.directory(FOLDER.toFile());
        server.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        server.environment().putAll(settings);
        server.redirectError(log.resolve("stderr").toFile());
        return server.start();
    }

    private static int exitStatus(Process server) throws InterruptedException {
        assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return server.exitValue();
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(log.resolve("stderr"));
    }
}
