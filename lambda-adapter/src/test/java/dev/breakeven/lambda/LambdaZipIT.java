package dev.breakeven.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakeven.core.Form;
import dev.breakeven.core.Query;
import dev.breakeven.core.Request;
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
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed. */
class LambdaZipIT {

    private static final Path ZIP = Paths.get("target", "breakeven-lambda.zip");
    private static final Path JAR = Paths.get("target", "breakeven-function.jar");

    @Test
    void it_has_three_mebibytes_at_most() throws IOException {
        assertThat(Files.size(ZIP)).isLessThanOrEqualTo(3 << 20);
    }

    @Test
    void it_holds_one_jar() throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            assertThat(files(zip)).extracting(ZipEntry::getName).containsExactly("lib/breakeven-function.jar");
        }
    }

    @Test
    void the_jar_holds_what_the_function_needs_and_nothing_else() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(files(jar).stream()
                            .map(file -> Path.of(file.getName()))
                            .map(file -> file.subpath(0, Math.min(3, file.getNameCount() - 1))
                                    .toString())
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "META-INF",
                            "com/aayushatharva/brotli4j",
                            "com/amazonaws/services",
                            "com/github/luben",
                            "com/google/gson",
                            "dev/breakeven/core",
                            "dev/breakeven/lambda",
                            "lib/linux-aarch64",
                            "lib/linux-x86_64",
                            "linux/aarch64",
                            "linux/amd64",
                            "net/jpountz/lz4",
                            "net/jpountz/util",
                            "net/jpountz/xxhash",
                            "org/apache/commons",
                            "org/tukaani/xz",
                            "org/xerial/snappy");
        }
    }

    /** So that a cold start inflates nothing. */
    @Test
    void the_jar_is_not_compressed_but_the_zip_around_it_is() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile());
                ZipFile zip = new ZipFile(ZIP.toFile())) {
            assertThat(files(jar)).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
            assertThat(files(zip)).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.DEFLATED);
        }
    }

    @Test
    void all_entries_are_of_one_moment_so_that_the_same_sources_give_the_same_bytes() throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile());
                ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(Stream.concat(zip.stream(), jar.stream())
                            .map(ZipEntry::getTimeLocal)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void it_compresses_with_its_own_jar_alone(@TempDir Path unpacked) throws Exception {
        Path file = unpacked.resolve("function.jar");
        try (ZipFile zip = new ZipFile(ZIP.toFile());
                InputStream in = zip.getInputStream(files(zip).getFirst())) {
            Files.copy(in, file);
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {file.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(StreamHandler.class.getName());
            Class<?> context = loader.loadClass("com.amazonaws.services.lambda.runtime.Context");
            Object handler = type.getConstructor().newInstance();
            Request form = Form.text("abcabcabc");
            String event = new RestApiFront()
                    .event(new Request(
                            form.method(), form.path(), Query.parse("codecs=all"), form.headers(), form.body()))
                    .toString();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            type.getMethod("handleRequest", InputStream.class, OutputStream.class, context)
                    .invoke(handler, new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
            assertThat(out.toString(UTF_8))
                    .contains("\"statusCode\":200", "original_size\\\":9")
                    .contains("xz_size", "zstd_size", "brotli_size", "lz4_size", "snappy_size");
        }
    }

    private static List<? extends ZipEntry> files(ZipFile zip) {
        return zip.stream().filter(entry -> !entry.isDirectory()).toList();
    }
}
