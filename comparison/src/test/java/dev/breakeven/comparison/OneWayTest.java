package dev.breakeven.comparison;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data flows one way: a package uses only those before it in this list. */
class OneWayTest {

    private static final List<String> PACKAGES = List.of(
            "progress",
            "input",
            "quantity",
            "workload",
            "price",
            "offer",
            "usage",
            "service",
            "measurement",
            "deployment",
            "simulation",
            "bill",
            "verdict",
            "validation",
            "page",
            "report",
            "live",
            "cli");

    @Test
    void every_package_uses_only_those_before_it() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.breakeven.comparison");
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture();
        for (String name : PACKAGES) {
            layers = layers.layer(name).definedBy("dev.breakeven.comparison." + name);
        }
        for (int i = 0; i < PACKAGES.size(); i++) {
            String[] later = PACKAGES.subList(i + 1, PACKAGES.size()).toArray(String[]::new);
            layers = later.length == 0
                    ? layers.whereLayer(PACKAGES.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(PACKAGES.get(i)).mayOnlyBeAccessedByLayers(later);
        }
        layers.check(classes);
    }
}
