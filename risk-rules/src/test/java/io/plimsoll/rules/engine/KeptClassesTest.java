package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What rules were compiled to is loaded again without a compiler, decides the same, and passes the fence
/// once more.
final class KeptClassesTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "evaluations");
    private static final List<ThresholdRow> NO_ROWS = List.of();

    private static RuleSetSource source;
    private static RuleSetVersion compiled;
    private static byte[] kept;

    @BeforeAll
    static void compile() {
        source = Sources.standard();
        compiled = RuleSetCheck.check(source);
        kept = compiled.rules().classes().bytes();
    }

    @AfterAll
    static void close() {
        compiled.close();
    }

    @Test
    void theSameIsDecidedAndNothingIsCompiled() throws IOException {
        long before = CompiledRules.compilations();
        int examples = 0;
        try (RuleSetVersion again = RuleSetCheck.check(source, CompiledClasses.of(kept), WorkLimits.DEFAULT);
                Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".request.json"))::iterator) {
                byte[] snapshot = Files.readAllBytes(file);
                assertThat(decided(again, snapshot)).as("%s", file).isEqualTo(decided(compiled, snapshot));
                examples++;
            }
            assertThat(again.digest()).isEqualTo(compiled.digest());
            assertThat(again.rules().classes().bytes()).isEqualTo(kept);
        }
        assertThat(examples).isGreaterThan(3);
        assertThat(CompiledRules.compilations()).isEqualTo(before);
    }

    private static String decided(RuleSetVersion version, byte[] snapshot) {
        return new String(
                DecisionWriter.write(version.evaluate(SnapshotReader.read(snapshot)), true), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsCutOffIsNotRead() {
        for (int length = 0; length < kept.length; length += 997) {
            byte[] cut = Arrays.copyOf(kept, length);
            assertThatIllegalArgumentException().as("%d bytes", length).isThrownBy(() -> CompiledClasses.of(cut));
        }
    }

    @Test
    void classesOfOtherRulesAreNotTaken() {
        RuleSetSource other = Sources.edited(
                source,
                "thresholds/margin.drl",
                "rule \"Cross account: margin\"",
                "rule \"Cross account: the margin\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(other, CompiledClasses.of(kept)))
                .withMessageContaining("not the classes of the rules");
    }

    @Test
    void theFenceLooksAtThemAgain() {
        CompiledClasses classes = CompiledClasses.of(kept);
        Map<String, byte[]> files = classes.files();
        Iterator<String> paths = List.copyOf(files.keySet()).iterator();
        String first = paths.next();
        // Another class under its name, and then what is no class at all.
        files.put(first, files.get(paths.next()));

        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> load(source, classes))
                .withMessageContaining("can't be read");
        files.put(first, new byte[] {1, 2, 3});
        assertThatExceptionOfType(InvalidRuleSetException.class).isThrownBy(() -> load(source, classes));
        files.remove(first);
        assertThatThrownBy(() -> load(source, classes)).isInstanceOf(Exception.class);
    }

    private static void load(RuleSetSource rules, CompiledClasses classes) {
        CompiledRules.load(rules, classes, NO_ROWS, WorkLimits.DEFAULT).close();
    }
}
