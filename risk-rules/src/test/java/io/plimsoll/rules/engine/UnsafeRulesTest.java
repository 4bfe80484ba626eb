package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.fence.BytecodeFence;
import io.plimsoll.rules.fence.CheckedClasses;
import io.plimsoll.rules.fence.RulePlaces;
import io.plimsoll.rules.lint.DrlLinter;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/// No unsafe rule gets past the linter; nor, with the linter switched off, past the compiler and the fence. And nothing
/// of it runs on the way.
class UnsafeRulesTest {

    private static final Map<String, Integer> STOPPED_BY = new TreeMap<>();

    static Stream<UnsafeRules.Unsafe> unsafe() throws IOException {
        return UnsafeRules.all().stream();
    }

    @BeforeAll
    static void clear() throws IOException {
        Canaries.clear();
    }

    @AfterEach
    void nothingRan() throws IOException {
        try {
            Canaries.assertThatNothingRan();
        } finally {
            Canaries.clear();
        }
    }

    @Test
    void casesAreMany() throws IOException {
        assertThat(unsafe().map(UnsafeRules.Unsafe::name))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(600);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsafe")
    void isRefusedByTheLinterAtItsLine(UnsafeRules.Unsafe unsafe) {
        Diagnostics diagnostics = new Diagnostics();

        DrlLinter.lint(source(unsafe), List.of(), diagnostics);

        assertThat(diagnostics.all())
                .as("%s%n%s", unsafe.name(), unsafe.text())
                .extracting(Diagnostic::line)
                .contains(unsafe.line());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsafe")
    void isStoppedWithoutTheLinter(UnsafeRules.Unsafe unsafe) {
        String stoppedBy = stoppedBy(unsafe, new CompilingClassLoader());
        STOPPED_BY.merge(stoppedBy, 1, Integer::sum);
        // The compiler sees little; where it saw everything, the fence alone would have to hold. Compiling again is
        // costly, so that a quarter of the cases is, the same in each run.
        if (stoppedBy.equals("compiler") && Math.floorMod(unsafe.name().hashCode(), 4) == 0) {
            String fenceAlone = stoppedBy(unsafe, Snapshot.class.getClassLoader());
            STOPPED_BY.merge(fenceAlone + ", if the compiler saw all classes", 1, Integer::sum);
            assertThat(fenceAlone).as(unsafe.text()).isNotEqualTo("nobody");
        }
        assertThat(stoppedBy).as(unsafe.text()).isNotEqualTo("nobody");
    }

    @AfterAll
    static void theFenceIsPutToTheTest() {
        System.out.println("Unsafe rules, with the linter switched off, were stopped by: " + STOPPED_BY);
        assertThat(STOPPED_BY.getOrDefault("fence", 0)).isGreaterThan(250);
    }

    private static String stoppedBy(UnsafeRules.Unsafe unsafe, ClassLoader loader) {
        RuleSetSource source = source(unsafe);
        ReleaseId release = RuleCompiler.newRelease();
        try {
            RulePlaces places;
            InternalKieModule module;
            try {
                places = RuleFiles.read(source);
                module = RuleCompiler.build(source, release, loader);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                return "compiler";
            }
            CheckedClasses checked;
            try {
                checked = BytecodeFence.check(RuleCompiler.classes(module), places);
            } catch (InvalidRuleSetException e) {
                assertThat(e.diagnostics()).allMatch(found -> found.code().startsWith("fence."));
                return "fence";
            }
            if (RuleCompiler.classes(module).values().stream().anyMatch(bytes -> uses(bytes, unsafe))) {
                return "nobody";
            }
            load(module, checked);
            return "nothing was compiled from it";
        } finally {
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    /// Some of it is never code: Drools takes a text for a text, and does nothing about an import that nobody uses.
    private static boolean uses(byte[] bytes, UnsafeRules.Unsafe unsafe) {
        return StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast)
                .anyMatch(member ->
                        unsafe.expression().contains("." + member.name().stringValue() + "(")
                                || (member.name().equalsString("<init>")
                                        && unsafe.expression().startsWith("new ")
                                        && member.owner()
                                                .asInternalName()
                                                .equals(unsafe.type().replace('.', '/'))));
    }

    private static void load(InternalKieModule module, CheckedClasses checked) {
        KieContainer container = RuleCompiler.container(module, checked);
        container.getKieBase(RuleCompiler.THRESHOLDS).newKieSession().dispose();
        container.dispose();
    }

    private static RuleSetSource source(UnsafeRules.Unsafe unsafe) {
        return Sources.of("thresholds/case.drl", unsafe.text());
    }
}
