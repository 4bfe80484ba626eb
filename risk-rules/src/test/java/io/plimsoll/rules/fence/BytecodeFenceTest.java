package io.plimsoll.rules.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.lint.Phase;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BytecodeFenceTest {

    private static final ClassDesc CASE = ClassDesc.of("rules.Case");

    static Stream<Arguments> refusedCode() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/fence/refused-code.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arguments.of(
                        Arrays.stream(line.split("\\|", 4)).map(String::strip).toArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedCode")
    void refusesWhatIsNotOnTheList(String name, String code, String what, String members) {
        assertThat(refused(Compiled.of("rules.Case", "package rules; public class Case { %s }".formatted(members))))
                .as(name)
                .anySatisfy(found -> {
                    assertThat(found.code()).isEqualTo("fence." + code);
                    assertThat(found.message()).contains("(" + what + ")").endsWith(".");
                    assertThat(found.remedy()).startsWith("Maybe ").endsWith(".");
                    assertThat(found.file()).isEqualTo("thresholds/case.drl");
                });
    }

    @Test
    void acceptsAClassThatUsesOnlyWhatIsOnTheList() {
        Map<String, byte[]> classes = Compiled.of("rules.Case", """
                package rules;
                import io.plimsoll.model.account.Account;
                import io.plimsoll.model.threshold.*;
                import java.math.BigDecimal;
                public class Case {
                    static final BigDecimal HALF = new BigDecimal("0.5");
                    static void run(ThresholdSink thresholds, Account account) {
                        if (account.isCross() && !account.segment().equals("x")) {
                            thresholds.set(ThresholdKind.MARGIN_CALL, account, Metric.MARGIN_RATIO,
                                    Comparison.ABOVE, HALF.add(BigDecimal.ONE), BigDecimal.ZERO);
                        }
                    }
                }
                """);

        assertThatCode(() -> BytecodeFence.check(classes, places())).doesNotThrowAnyException();
    }

    @Test
    void acceptsReferencesBetweenCheckedClasses() {
        Map<String, byte[]> classes = Compiled.of(
                "rules.Case",
                "package rules; class Case { static int one() { return Other.one(); } }"
                        + " class Other { static int one() { return 1; } }");

        assertThatCode(() -> BytecodeFence.check(classes, places())).doesNotThrowAnyException();
    }

    @Test
    void refusesAReferenceToAClassThatIsNotAmongTheCheckedOnes() {
        Map<String, byte[]> classes = Compiled.of(
                "rules.Case",
                "package rules; class Case { static int one() { return Other.one(); } }"
                        + " class Other { static int one() { return 1; } }");
        classes.remove("rules/Other.class");

        assertThat(refused(classes)).extracting(Diagnostic::message).anyMatch(text -> text.contains("rules.Other.one"));
    }

    @Test
    void refusesBytesThatAreNoClass() {
        assertThat(refused(Map.of("rules/Case.class", new byte[] {1, 2, 3}))).isNotEmpty();
    }

    @Test
    void refusesAClassThatIsCutOff() {
        byte[] whole = Compiled.of("rules.Case", "package rules; class Case { int one() { return 1; } }")
                .get("rules/Case.class");
        for (int length = 0; length < whole.length; length++) {
            assertThat(refused(Map.of("rules/Case.class", Arrays.copyOf(whole, length))))
                    .as("%d bytes", length)
                    .isNotEmpty();
        }
    }

    @Test
    void refusesAClassUnderTheNameOfAnother() {
        Map<String, byte[]> classes = Compiled.of("rules.Case", "package rules; class Case {}");

        assertThat(refused(Map.of("rules/Other.class", classes.get("rules/Case.class"))))
                .extracting(Diagnostic::code)
                .contains("fence.class");
    }

    @Test
    void refusesAConstantThatIsComputedWhenItIsLoaded() {
        DirectMethodHandleDesc bootstrap = MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC,
                ClassDesc.of("java.lang.invoke.ConstantBootstraps"),
                "invoke",
                MethodTypeDesc.ofDescriptor(
                        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                                + "Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/Object;"));
        byte[] bytes = built(DynamicConstantDesc.ofNamed(bootstrap, "invoke", ConstantDescs.CD_Object));

        assertThat(refused(Map.of("rules/Case.class", bytes)))
                .extracting(Diagnostic::code)
                .contains("fence.constant", "fence.reference");
    }

    @Test
    void refusesAMethodHandleAsAConstant() {
        byte[] bytes = built(MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.VIRTUAL,
                ConstantDescs.CD_String,
                "length",
                MethodTypeDesc.of(ConstantDescs.CD_int)));

        assertThat(refused(Map.of("rules/Case.class", bytes)))
                .extracting(Diagnostic::code)
                .containsExactly("fence.constant");
    }

    @Test
    void refusesAReferenceThatNoInstructionUses() {
        ConstantPoolBuilder pool = ConstantPoolBuilder.of();
        byte[] bytes = ClassFile.of().build(pool.classEntry(CASE), pool, builder -> {
            builder.withVersion(65, 0);
            pool.methodRefEntry(ClassDesc.of("java.lang.Runtime"), "halt", MethodTypeDesc.ofDescriptor("(I)V"));
        });

        assertThat(refused(Map.of("rules/Case.class", bytes)))
                .extracting(Diagnostic::code)
                .contains("fence.reference");
    }

    @Test
    void refusesClassesOfAnOlderVersion() {
        byte[] bytes = ClassFile.of().build(CASE, builder -> builder.withVersion(49, 0));

        assertThat(refused(Map.of("rules/Case.class", bytes)))
                .extracting(Diagnostic::code)
                .containsExactly("fence.class");
    }

    /// A generated class may not take the place of one that the list means.
    @Test
    void checksAGeneratedClassWithTheNameOfOneOnTheList() {
        Map<String, byte[]> classes = new HashMap<>(Compiled.of(
                "io.plimsoll.model.account.Account",
                "package io.plimsoll.model.account; public class Account {"
                        + " public boolean isCross() { return Runtime.getRuntime() == null; } }"));

        assertThat(refused(classes))
                .extracting(Diagnostic::message)
                .anyMatch(text -> text.contains("java.lang.Runtime.getRuntime"));
    }

    @Test
    void whatIsCheckedIsACopy() {
        Map<String, byte[]> classes = new HashMap<>(Compiled.of("rules.Case", "package rules; class Case {}"));
        byte[] before = classes.get("rules/Case.class").clone();
        CheckedClasses checked = BytecodeFence.check(classes, places());
        String digest = checked.digest();

        Arrays.fill(classes.get("rules/Case.class"), (byte) 0);
        Arrays.fill(checked.bytes("rules/Case").orElseThrow(), (byte) 0);
        classes.put("rules/Other.class", new byte[0]);

        assertThat(checked.bytes("rules/Case")).hasValue(before);
        assertThat(checked.bytes("rules/Other")).isEmpty();
        assertThat(checked.digest()).isEqualTo(digest).hasSize(64);
    }

    private static byte[] built(java.lang.constant.ConstantDesc constant) {
        return ClassFile.of()
                .build(
                        CASE,
                        builder -> builder.withVersion(65, 0)
                                .withMethodBody(
                                        "run",
                                        MethodTypeDesc.of(ConstantDescs.CD_Object),
                                        ClassFile.ACC_STATIC,
                                        code -> code.loadConstant(constant).areturn()));
    }

    private static RulePlaces places() {
        RulePlaces places = new RulePlaces();
        places.addFile("rules", Phase.THRESHOLDS, "thresholds/case.drl");
        return places;
    }

    private static List<Diagnostic> refused(Map<String, byte[]> classes) {
        return catchThrowableOfType(InvalidRuleSetException.class, () -> BytecodeFence.check(classes, places()))
                .diagnostics();
    }
}
