package dev.breakeven.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each module knows only those that it points to; the two that measure may know them all. */
class ModuleArrowsTest {

    private static final List<String> MEASURING = List.of("benchmarks", "loadtest");

    /** What only they measure. */
    private static final String PEERS = "benchmarks/peers";

    /** It has no classes, only projects outside the build. */
    private static final String EXAMPLES = "examples";

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("dev.breakeven");

    /** A line per module: where it lies, its packages, and those it may know. */
    enum Module {
        CORE("core", "dev.breakeven.core..", "dev.breakeven.core.."),
        LAMBDA_ADAPTER("lambda-adapter", "dev.breakeven.lambda..", "dev.breakeven.[core|lambda].."),
        SERVER_ADAPTER("server-adapter", "dev.breakeven.server..", "dev.breakeven.[core|server].."),
        LOCAL_CLOUD("local-cloud", "dev.breakeven.localcloud..", "dev.breakeven.localcloud.."),
        COMPARISON("comparison", "dev.breakeven.comparison..", "dev.breakeven.[comparison|localcloud]..");

        private final String directory;
        private final String packages;
        private final String known;

        Module(String directory, String packages, String known) {
            this.directory = directory;
            this.packages = packages;
            this.known = known;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_knows_itself_and_those_it_points_to(Module module) {
        classes()
                .that()
                .resideInAPackage(module.packages)
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("dev.breakeven..")).or(resideInAPackage(module.known)))
                .check(CLASSES);
    }

    @Test
    void the_core_knows_no_transport_and_no_cloud() {
        noClasses()
                .that()
                .resideInAPackage(Module.CORE.packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.amazonaws..", "software.amazon..", "io.javalin..", "org.eclipse.jetty..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void no_module_of_the_build_is_forgotten_here() throws IOException {
        Stream<String> modules = Pattern.compile("<module>(.*)</module>")
                .matcher(Files.readString(Path.of("../pom.xml")))
                .results()
                .map(module -> module.group(1));
        assertThat(Stream.of(
                                Arrays.stream(Module.values()).map(module -> module.directory),
                                MEASURING.stream(),
                                Stream.of(PEERS, EXAMPLES))
                        .flatMap(names -> names))
                .containsExactlyInAnyOrderElementsOf(modules.toList());
    }
}
