package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Form;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed. */
class LambdaZipIT {

    private static final Path ZIP = Paths.get("target", "breakeven-lambda.zip");

    @Test
    void it_has_three_mebibytes_at_most() throws IOException {
        assertThat(Files.size(ZIP)).isLessThanOrEqualTo(3 << 20);
    }

    @Test
    void it_holds_what_the_function_needs_and_nothing_else() throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            assertThat(jars(zip).stream().map(jar -> jar.getName().replaceFirst("-\\d.*", "")))
                    .containsExactlyInAnyOrder(
                            "lib/aws-lambda-java-core",
                            "lib/breakeven-core",
                            "lib/breakeven-lambda-adapter",
                            "lib/commons-compress",
                            "lib/commons-fileupload",
                            "lib/commons-io",
                            "lib/jackson-core");
        }
    }

    @Test
    void all_entries_are_of_one_moment_so_that_the_same_sources_give_the_same_bytes() throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }

    @Test
    void it_compresses_with_its_own_jars_alone(@TempDir Path unpacked) throws Exception {
        List<URL> classPath = new ArrayList<>();
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            for (ZipEntry jar : jars(zip)) {
                Path file = unpacked.resolve(Paths.get(jar.getName()).getFileName());
                try (InputStream in = zip.getInputStream(jar)) {
                    Files.copy(in, file);
                }
                classPath.add(file.toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(StreamHandler.class.getName());
            Class<?> context = loader.loadClass("com.amazonaws.services.lambda.runtime.Context");
            Object handler = type.getConstructor().newInstance();
            String event = new RestApiFront().event(Form.text("abcabcabc")).toString();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            type.getMethod("handleRequest", InputStream.class, OutputStream.class, context)
                    .invoke(handler, new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
            assertThat(out.toString(UTF_8)).contains("\"statusCode\":200", "original_size\\\":9");
        }
    }

    private static List<? extends ZipEntry> jars(ZipFile zip) {
        return zip.stream().filter(entry -> !entry.isDirectory()).toList();
    }
}
