package io.plimsoll.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What holds of the formulas of venues.
class FormulaArchitectureTest {

    @Test
    void formulasKnowNumbersAndNoAccounts() {
        classes()
                .that()
                .resideInAnyPackage("..rounding..", "..liquidation..", "..requirement..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "..number..",
                        "..fact..",
                        "..rounding..",
                        "..liquidation..",
                        "..requirement..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.plimsoll.model"));
    }
}
