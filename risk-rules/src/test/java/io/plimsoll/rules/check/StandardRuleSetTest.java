package io.plimsoll.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The rule set that ships passes its own checks, and edits of it are judged by them.
class StandardRuleSetTest {

    private static final Path STANDARD = Path.of("..", "rules", "standard");

    private static RuleSetVersion standard;

    @BeforeAll
    static void compile() {
        standard = RuleSetCheck.check(RuleSetFolder.read(STANDARD));
    }

    @AfterAll
    static void close() {
        standard.close();
    }

    @Test
    void passesEveryCheckAndScenario() {
        assertThat(standard.name()).isEqualTo("standard");
        assertThat(standard.digest()).isEqualTo(RuleSetFolder.read(STANDARD).digest());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "accepted-edits.csv", delimiter = '|', numLinesToSkip = 1)
    void goesLiveWithASensibleEdit(String why, String file, String from, String to) {
        try (RuleSetVersion version = RuleSetCheck.check(edited(file, from, to), Optional.of(standard))) {
            assertThat(version.digest()).isNotEqualTo(standard.digest());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused-edits.csv", delimiter = '|', numLinesToSkip = 1)
    void refusesAnEditThatBreaksIt(String why, String file, String from, String to, String place, String words) {
        assertThatThrownBy(() -> RuleSetCheck.check(edited(file, from, to), Optional.of(standard)))
                .hasMessageContaining(place)
                .hasMessageContaining(words);
    }

    @Test
    void refusesAFileThatWouldBePassedOver() {
        Map<String, byte[]> files = files();
        files.put("threshold/more.drl", "package thresholds".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> RuleSetCheck.check(RuleSetSource.of(files), Optional.of(standard)))
                .hasMessageContaining("threshold/more.drl")
                .hasMessageContaining("no meaning");
    }

    private static Map<String, byte[]> files() {
        RuleSetSource source = standard.source();
        Map<String, byte[]> files = new HashMap<>();
        source.paths().forEach(path -> files.put(path, source.bytes(path).orElseThrow()));
        return files;
    }

    private static RuleSetSource edited(String file, String from, String to) {
        Map<String, byte[]> files = files();
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to.replace("\\n", "\n")).getBytes(StandardCharsets.UTF_8));
        return RuleSetSource.of(files);
    }
}
