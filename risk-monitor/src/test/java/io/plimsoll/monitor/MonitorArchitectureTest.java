package io.plimsoll.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What holds everywhere in the monitor.
final class MonitorArchitectureTest {

    private static final JavaClasses MONITOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.plimsoll.monitor");

    @Test
    void dependsOnTheModelAndOnNoFramework() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.plimsoll.monitor..", "io.plimsoll.model..", "java..", "org.jspecify..")
                .check(MONITOR);
    }

    /// Zones know primitives only, so that nothing but numbers is touched by a mark that endangers nobody.
    @Test
    void zonesKnowNeitherAccountsNorLines() {
        noClasses()
                .that()
                .resideInAPackage("io.plimsoll.monitor.zone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.plimsoll.model..", "io.plimsoll.monitor.line..", "io.plimsoll.monitor.book..")
                .check(MONITOR);
    }

    @Test
    void packagesDependOneWay() {
        slices().matching("io.plimsoll.monitor.(*)..").should().beFreeOfCycles().check(MONITOR);
    }

    @Test
    void readsNoClock() {
        noClasses().should().callMethod(Instant.class, "now").check(MONITOR);
        noClasses().should().callMethod(System.class, "nanoTime").check(MONITOR);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(MONITOR);
    }
}
