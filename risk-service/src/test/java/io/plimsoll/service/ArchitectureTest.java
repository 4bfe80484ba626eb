package io.plimsoll.service;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The module map of ARCHITECTURE.md as a test. It stands here because this module sees all that ship.
final class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll");

    private static final String[] DROOLS = {"org.drools..", "org.kie.."};

    @ParameterizedTest
    @ValueSource(strings = {"io.plimsoll.model", "io.plimsoll.rules", "io.plimsoll.monitor", "io.plimsoll.service"})
    void everyModuleIsLookedAt(String rootPackage) {
        assertThat(OURS.containPackage(rootPackage)).isTrue();
    }

    @Test
    void theModelIsPlainJava() {
        check(noClasses()
                .that()
                .resideInAPackage("io.plimsoll.model..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "io.plimsoll.model..", "java..", "jakarta.validation..", "org.jspecify.annotations..")));
    }

    @Test
    void theRulesKnowOnlyTheModel() {
        check(noClasses()
                .that()
                .resideInAPackage("io.plimsoll.rules..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.plimsoll..")
                        .and(resideOutsideOfPackages("io.plimsoll.model..", "io.plimsoll.rules.."))));
    }

    @Test
    void onlyTheEngineKnowsDrools() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.plimsoll.rules.engine..", "io.plimsoll.rules.lint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DROOLS));
    }

    @Test
    void theLinterKnowsOnlyTheSyntaxTreesOfDrools() {
        check(noClasses()
                .that()
                .resideInAPackage("io.plimsoll.rules.lint..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(DROOLS)
                        .and(resideOutsideOfPackages(
                                "org.drools.drl..", "org.drools.mvel.parser..", "org.kie.internal.builder.conf.."))));
    }

    @Test
    void noPublicMethodShowsDrools() {
        check(noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(
                        // A service that Drools looks up has to be public, and to look as Drools wants it.
                        describe(
                                "public, and no service of Drools",
                                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                        && !type.getSimpleName().equals("MeteredComponents")))
                .should()
                .haveRawReturnType(resideInAnyPackage(DROOLS))
                .orShould()
                .haveRawParameterTypes(
                        describe("a Drools type", types -> types.stream().anyMatch(resideInAnyPackage(DROOLS)))));
    }

    @Test
    void onlyTheServiceKnowsItsFramework() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.plimsoll.service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.quarkiverse..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.ws.rs..",
                        "org.eclipse.microprofile.."));
    }

    @Test
    void theModelKeepsNoFloatingPointNumberButInRangesThatOnlySkipWork() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat(describe(
                        "in the model, and no ranges",
                        type -> type.getPackageName().startsWith("io.plimsoll.model")
                                && !Set.of("io.plimsoll.model.exposure.Range", "io.plimsoll.model.exposure.Narrowing")
                                        .contains(type.getName())))
                .should()
                .haveRawType(describe(
                        "float or double",
                        type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                                .contains(type.getBaseComponentType().getName()))));
    }

    @Test
    void aDecisionReadsNoClockAndDrawsNoLots() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "io.plimsoll.model..", "io.plimsoll.rules.engine..", "io.plimsoll.rules.evaluation..")
                .should()
                .accessTargetWhere(TIME_OR_CHANCE));
    }

    @Test
    void featuresHaveNoCycles() {
        for (String features :
                Set.of("io.plimsoll.model.(*)..", "io.plimsoll.rules.(*)..", "io.plimsoll.service.(*)..")) {
            check(slices().matching(features).should().beFreeOfCycles());
        }
    }

    /// Nobody's roles would refuse the event, and what others do at the end would be left out.
    @Test
    void whatRolesGuardHearsNoEventsOfTheServicesLife() {
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RolesAllowed.class)
                .should()
                .haveRawParameterTypes(describe(
                        "an event of the service's life",
                        types -> types.stream()
                                .anyMatch(type -> type.isAssignableTo(StartupEvent.class)
                                        || type.isAssignableTo(ShutdownEvent.class)))));
    }

    @Test
    void exceptionsAreCalledSo() {
        check(classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception"));
    }

    private static final DescribedPredicate<JavaAccess<?>> TIME_OR_CHANCE =
            describe("read a clock or a random number", ArchitectureTest::readsTimeOrChance);

    private static boolean readsTimeOrChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return switch (owner.getName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Date", "java.util.Random", "java.util.concurrent.ThreadLocalRandom" -> true;
            default -> owner.getPackageName().equals("java.time") && name.equals("now");
        };
    }

    /// A package may be yet to come, so a rule that meets no class is not broken.
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }
}
