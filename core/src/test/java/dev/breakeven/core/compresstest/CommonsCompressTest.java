package dev.breakeven.core.compresstest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commons Compress without its three companions, which the build leaves out to keep the functions small. */
class CommonsCompressTest {

    @ParameterizedTest
    @ValueSource(strings = {"org.apache.commons.lang3.ArrayUtils", "org.apache.commons.codec.binary.Hex"})
    void a_companion_is_not_on_the_class_path(String companion) {
        assertThatThrownBy(() -> Class.forName(companion)).isInstanceOf(ClassNotFoundException.class);
    }

    /** Commons IO is on the class path, for Commons FileUpload needs it; hence a class path that is Commons Compress alone. */
    @Test
    void bzip2_needs_none_of_the_three() throws Exception {
        byte[] content = "hello hello hello".getBytes(US_ASCII);
        URL itself = BZip2CompressorOutputStream.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {itself}, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> alone.loadClass("org.apache.commons.io.IOUtils"))
                    .isInstanceOf(ClassNotFoundException.class);
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (OutputStream bzip2 = (OutputStream) alone.loadClass(BZip2CompressorOutputStream.class.getName())
                    .getConstructor(OutputStream.class, int.class)
                    .newInstance(compressed, 9)) {
                bzip2.write(content);
            }
            try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(compressed.toByteArray()))) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
        }
    }
}
