package io.plimsoll.service.ruledesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.ruledesk.workflow.RefusedStepException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files are written as `path=text`, several with spaces between; "-" is a rule set with nothing but its
/// manifest.
final class FileMergeTest {

    @ParameterizedTest(name = "{0}, mine {1}, live {2} -> {3}")
    @CsvSource({
        // base, mine, live, merged
        "a=1,       a=1,       a=1,       a=1",
        "a=1,       a=2,       a=1,       a=2",
        "a=1,       a=1,       a=2,       a=2",
        "a=1,       a=2,       a=2,       a=2",
        "a=1 b=1,   a=2 b=1,   a=1 b=2,   a=2 b=2",
        "a=1,       a=1 b=1,   a=1,       a=1 b=1",
        "a=1,       a=1,       a=1 b=1,   a=1 b=1",
        "a=1,       a=1 b=1,   a=1 c=1,   a=1 b=1 c=1",
        "a=1 b=1,   a=1,       a=1 b=1,   a=1",
        "a=1 b=1,   a=1 b=1,   a=1,       a=1",
        "a=1 b=1,   a=1,       b=1,       -",
    })
    void takesFromEachSideWhatItAloneHasChanged(String base, String mine, String live, String merged) {
        assertThat(FileMerge.merge(files(base), files(mine), files(live), Map.of()))
                .isEqualTo(files(merged));
    }

    @ParameterizedTest(name = "{0}, mine {1}, live {2}")
    @CsvSource({
        // base, mine, live, if mine is taken, if the live one is
        "a=1,  a=2,  a=3,  a=2,  a=3",
        "a=1,  -,    a=3,  -,    a=3",
        "a=1,  a=2,  -,    a=2,  -",
        "-,    a=2,  a=3,  a=2,  a=3",
    })
    void whatBothHaveChangedIsAskedFor(String base, String mine, String live, String ifMine, String ifLive) {
        assertThatThrownBy(() -> FileMerge.merge(files(base), files(mine), files(live), Map.of()))
                .isInstanceOf(RefusedStepException.class)
                .hasMessageContaining("(a)");
        assertThat(FileMerge.merge(files(base), files(mine), files(live), Map.of("a", MergeSide.MINE)))
                .isEqualTo(files(ifMine));
        assertThat(FileMerge.merge(files(base), files(mine), files(live), Map.of("a", MergeSide.LIVE)))
                .isEqualTo(files(ifLive));
    }

    @Test
    void everyFileThatBothHaveChangedIsNamed() {
        assertThatThrownBy(() -> FileMerge.merge(
                        files("a=1 b=1 c=1"), files("a=2 b=2 c=2"), files("a=3 b=3 c=1"), Map.of("c", MergeSide.LIVE)))
                .hasMessageContaining("(a, b)");
    }

    private static RuleSetSource files(String written) {
        Map<String, byte[]> files = new TreeMap<>(Map.of("ruleset.yaml", new byte[0]));
        Arrays.stream(written.split(" +"))
                .filter(file -> !file.equals("-"))
                .map(file -> file.split("=", 2))
                .forEach(file -> files.put(file[0], file[1].getBytes(UTF_8)));
        return RuleSetSource.of(files);
    }
}
