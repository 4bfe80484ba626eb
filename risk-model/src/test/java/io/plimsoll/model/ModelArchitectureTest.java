package io.plimsoll.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What holds everywhere in the model.
class ModelArchitectureTest {

    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.plimsoll.model");

    private static final DescribedPredicate<JavaClass> FLOATING = DescribedPredicate.describe(
            "floating point",
            type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                    .contains(type.getBaseComponentType().getName()));

    private static final DescribedPredicate<List<JavaClass>> ANY_FLOATING = DescribedPredicate.describe(
            "floating point", types -> types.stream().anyMatch(FLOATING));

    // They skip work by what they prove, rounding outwards, and decide nothing.
    private static final DescribedPredicate<JavaClass> RANGES = DescribedPredicate.describe(
            "ranges",
            type -> Set.of("io.plimsoll.model.exposure.Range", "io.plimsoll.model.exposure.Narrowing")
                    .contains(type.getName()));

    private static final ArchRule NO_FLOATING_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.not(RANGES))
            .should()
            .haveRawType(FLOATING);

    private static final ArchRule NO_FLOATING_PARAMETERS = noCodeUnits()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.not(RANGES))
            .should()
            .haveRawParameterTypes(ANY_FLOATING)
            .orShould()
            .haveRawReturnType(FLOATING);

    private static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    private static final ArchRule PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.plimsoll.model..", "java..", "jakarta.validation..", "org.jspecify..");

    private static final ArchRule NO_CHANCE_AND_NO_WORLD = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..", "java.util.random..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(Math.class, "random");

    @Test
    void theModelIsExactPlainAndTimeless() {
        NO_FLOATING_FIELDS.check(MODEL);
        NO_FLOATING_PARAMETERS.check(MODEL);
        classes().that(RANGES).should().bePackagePrivate().check(MODEL);
        NO_CLOCK.check(MODEL);
        PLAIN_JAVA.check(MODEL);
    }

    @Test
    void theModelTouchesNothingOutside() {
        NO_CHANCE_AND_NO_WORLD.check(MODEL);
    }

    @Test
    void exceptionsAreCalledExceptions() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .haveSimpleNameEndingWith("Exception")
                .check(MODEL);
    }

    @Test
    void numbersFactsAndInstrumentsKnowNothingOfWhatIsBuiltOnThem() {
        noClasses()
                .that()
                .resideInAnyPackage("..number..", "..fact..", "..instrument..", "..market..", "..account..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..margin..", "..sizing..", "..threshold..", "..action..", "..decision..", "..exposure..")
                .check(MODEL);
        slices().matching("io.plimsoll.model.(number|fact|instrument|account|market|snapshot|margin|sizing|exposure)..")
                .should()
                .beFreeOfCycles()
                .check(MODEL);
    }

    @Test
    void theRulesCatchWhatTheyForbid() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        for (ArchRule rule : List.of(NO_FLOATING_FIELDS, NO_FLOATING_PARAMETERS, NO_CLOCK, PLAIN_JAVA)) {
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(offender));
        }
        assertThat(MODEL).hasSizeGreaterThan(40);
    }

    /// Does what the model must not.
    static final class Offender {

        private final double[] weights = {1};

        Instant later(Float hours) {
            assertThat(hours).isPositive();
            return Instant.now().plusSeconds((long) (hours * weights[0]));
        }
    }
}
