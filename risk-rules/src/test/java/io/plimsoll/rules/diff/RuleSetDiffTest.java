package io.plimsoll.rules.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class RuleSetDiffTest {

    private static final RuleSetSource STANDARD = Sources.standard();

    @Test
    void aRuleSetIsLikeItself() {
        assertThat(RuleSetDiff.between(STANDARD, STANDARD)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "edits.csv", delimiter = '|', quoteCharacter = '`')
    void tellsWhatAnEditMeans(
            String edit, String file, String replaced, @Nullable String by, String changes, String move, String part) {
        RuleSetSource edited = Sources.edited(STANDARD, file, lines(replaced), lines(by == null ? "" : by));

        List<Change> found = RuleSetDiff.between(STANDARD, edited);

        assertThat(found.stream().map(RuleSetDiffTest::inShort).collect(Collectors.joining(", ")))
                .isEqualTo(changes);
        assertThat(found.getFirst().file()).isEqualTo(file);
        if (!move.equals("-")) {
            assertThat(found.getFirst().move()).isEqualByComparingTo(move);
        }
        if (part.equals("-")) {
            assertThat(found.getFirst().relativeMove()).isNull();
        } else {
            assertThat(found.getFirst().relativeMove()).isEqualByComparingTo(part);
        }
    }

    private static String inShort(Change change) {
        return change.kind() + " " + change.subject();
    }

    private static String lines(String text) {
        return text.replace("~", "\n");
    }

    @Test
    void whatIsTurnedRoundIsTurnedRound() {
        RuleSetSource edited =
                Sources.edited(STANDARD, "tables/margin.csv", "retail,major,70 %,80 %", "retail,major,70 %,75 %");

        Change back = RuleSetDiff.between(edited, STANDARD).getFirst();

        assertThat(back.before()).isEqualTo("75 %");
        assertThat(back.after()).isEqualTo("80 %");
        assertThat(back.toString())
                .isEqualTo(
                        "tables/margin.csv:2: number moved: margin:retail/major.margin_call 75 % -> 80 % (+5 points, +6.67 %)");
    }

    @Test
    void aFileThatIsSplitChangesNothing() {
        String text = Sources.text(STANDARD, "thresholds/margin.drl");
        int second = text.indexOf("rule \"Isolated");
        String head = text.substring(0, text.indexOf("// Cross-margined"));
        RuleSetSource split = Sources.with(
                STANDARD,
                "thresholds/margin.drl",
                text.substring(0, second),
                "thresholds/isolated.drl",
                head + text.substring(second));

        assertThat(RuleSetDiff.between(STANDARD, split))
                .extracting(Change::kind)
                .containsOnly(ChangeKind.WORDING_CHANGED);
    }

    @Test
    void aTableThatComesOrGoesIsNamedOnce() {
        Map<String, byte[]> files = Sources.files(STANDARD);
        files.keySet().removeIf(path -> path.startsWith("tables/rebalancing"));
        RuleSetSource without = RuleSetSource.of(files);

        assertThat(RuleSetDiff.between(STANDARD, without).getFirst().toString())
                .isEqualTo("tables/rebalancing.csv: table removed: rebalancing\n  - 4 rows");
        assertThat(RuleSetDiff.between(without, STANDARD).getFirst().toString())
                .isEqualTo("tables/rebalancing.csv: table added: rebalancing\n  + 4 rows");
    }

    @Test
    void aRuleSetThatCannotBeReadIsRefusedWithThePlace() {
        RuleSetSource broken = Sources.edited(STANDARD, "thresholds/equity.drl", "when", "wenn");

        assertThatThrownBy(() -> RuleSetDiff.between(STANDARD, broken))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("thresholds/equity.drl:");
    }
}
