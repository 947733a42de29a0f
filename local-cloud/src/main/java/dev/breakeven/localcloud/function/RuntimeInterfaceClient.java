package dev.breakeven.localcloud.function;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * AWS's own runtime interface client for Java, which turns a handler class into a program that polls the Runtime API. Its jars
 * are those on our class path, found through one class of each; no class of theirs is run here.
 */
final class RuntimeInterfaceClient {

    static final String MAIN_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private static final String NATIVE_LIBRARY_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    // The client, Lambda's interfaces, its serialization, and the two that the client takes from the AWS SDK.
    private static final List<String> ONE_CLASS_OF_EACH_JAR = List.of(
            MAIN_CLASS,
            "com.amazonaws.services.lambda.runtime.RequestStreamHandler",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "software.amazon.awssdk.utilslite.SdkInternalThreadLocal",
            "software.amazon.awssdk.annotations.SdkProtectedApi");

    private RuntimeInterfaceClient() {}

    static void requireLinux() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new UnsupportedOperationException("Functions run here on Linux only, for which alone AWS makes its"
                    + " runtime interface client; this is " + system);
        }
    }

    static Set<Path> jars() throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        for (String name : ONE_CLASS_OF_EACH_JAR) {
            jars.add(jarOf(name));
        }
        return jars;
    }

    /**
     * Copies the client's native library and returns the JVM option that names the copy. Left alone, every environment would
     * unpack it to the same file in {@code /tmp}, and those that start together crash each other.
     */
    static String nativeLibraryOption(Path directory) throws IOException {
        String library = "libaws-lambda-jni." + platform() + ".so";
        Path copy = directory.resolve(library);
        try (InputStream packed = RuntimeInterfaceClient.class.getResourceAsStream("/jni/" + library)) {
            if (packed == null) {
                throw new UnsupportedOperationException(
                        "AWS's runtime interface client has no " + library + ", so no function runs on this processor");
            }
            Files.copy(packed, copy);
        }
        return "-D" + NATIVE_LIBRARY_PROPERTY + "=" + copy;
    }

    private static Path jarOf(String className) throws IOException {
        try {
            Class<?> uninitialised = Class.forName(className, false, RuntimeInterfaceClient.class.getClassLoader());
            @Nullable CodeSource source = uninitialised.getProtectionDomain().getCodeSource();
            if (source == null) {
                throw new IOException("It is not known which jar " + className + " comes from");
            }
            return Path.of(source.getLocation().toURI());
        } catch (ClassNotFoundException e) {
            throw new IOException("AWS's runtime interface client is not complete on the class path", e);
        } catch (URISyntaxException e) {
            throw new IOException("The class path has a place that is no file", e);
        }
    }

    private static String platform() throws IOException {
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (usesMusl() ? "linux_musl-" : "linux-")
                + switch (processor) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "aarch_64";
                    default -> processor;
                };
    }

    // A function runs on the JDK that runs us, so it needs the C library that we have loaded.
    private static boolean usesMusl() throws IOException {
        try (Stream<String> mappings = Files.lines(Path.of("/proc/self/maps"))) {
            return mappings.anyMatch(mapping -> mapping.contains("/ld-musl-"));
        }
    }
}
