package dev.breakeven.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The service knows neither how a request came in nor whose cloud it runs in; each way in depends on it, never it on them. */
class NoTransportTest {

    @Test
    void the_service_stands_on_nothing_but_these() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.breakeven.core");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.google.gson.stream..",
                        "org.apache.commons.fileupload..",
                        "org.apache.commons.compress..",
                        "org.apache.commons.io.output..",
                        "org.tukaani.xz..",
                        "com.github.luben.zstd..",
                        "com.aayushatharva.brotli4j..",
                        "net.jpountz..",
                        "org.xerial.snappy..",
                        "dev.breakeven.core..")
                .check(main);
    }
}
