package io.plimsoll.model.lending;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LendingArchitectureTest {

    @Test
    void lendingAndAccrualAreMathematicsThatKnowsNoAccount() {
        noClasses()
                .that()
                .resideInAnyPackage("..model.lending..", "..model.accrual..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.plimsoll.model.lending..",
                        "io.plimsoll.model.accrual..",
                        "io.plimsoll.model.number..",
                        "io.plimsoll.model.rounding..",
                        "io.plimsoll.model.fact..",
                        "java..",
                        "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.plimsoll.model"));
    }
}
