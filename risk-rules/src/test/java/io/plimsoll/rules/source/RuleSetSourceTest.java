package io.plimsoll.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetSourceTest {

    @Test
    void theDigestIsThatOfTheCanonicalStream() {
        // printf '\0\0\0\1a\0\0\0\1x' | sha256sum
        assertThat(Sources.of("a", "x").digest())
                .isEqualTo("sha256:226071355c810991e53b062e9e3db9747ddbfc162c91a2ceb7ed65379188eb0c");
    }

    @Test
    void theDigestDoesNotDependOnTheOrderOfFiles() {
        assertThat(Sources.of("a", "1", "b", "2").digest())
                .isEqualTo(Sources.of("b", "2", "a", "1").digest());
    }

    @Test
    void theDigestDependsOnEveryPathAndByte() {
        assertThat(Sources.of("a", "1", "b", "2").digest())
                .isNotEqualTo(Sources.of("a", "2", "b", "1").digest())
                .isNotEqualTo(Sources.of("a", "1", "c", "2").digest())
                .isNotEqualTo(Sources.of("a", "1", "b", "2\n").digest())
                .isNotEqualTo(Sources.of("a", "1").digest())
                .isNotEqualTo(Sources.of("a", "1", "b", "2", "c", "").digest());
    }

    @Test
    void theDigestTellsWhereAPathEnds() {
        assertThat(Sources.of("ab", "c").digest())
                .isNotEqualTo(Sources.of("a", "bc").digest());
    }

    @Test
    void whatIsChangedOutsideDoesNotChangeTheRuleSet() {
        byte[] content = {1, 2, 3};
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of("a", content));
        RuleSetSource source = RuleSetSource.of(files);

        content[0] = 9;
        files.clear();
        source.bytes("a").orElseThrow()[1] = 9;

        assertThat(source.bytes("a")).hasValue(new byte[] {1, 2, 3});
    }

    @Test
    void pathsOfAFolderAreThoseDirectlyInIt() {
        RuleSetSource source =
                Sources.of("tables/b.csv", "", "tables/a.csv", "", "tables/old/c.csv", "", "tables.csv", "");

        assertThat(source.paths("tables", ".csv")).containsExactly("tables/a.csv", "tables/b.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a", "/a", "a//b", "a/../b", "a b", "", "a\u0000", ".hidden", "ä", "a\\b", "1/2/3/4/5/6/7/8/9"
            })
    void malformedPathsAreRefused(String path) {
        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> Sources.of(path, "x"))
                .withMessageContaining("[source.path]");
    }

    @Test
    void tooManyAndTooLargeFilesAreRefused() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= RuleSetSource.MAX_FILES; i++) {
            many.put("f" + i, new byte[0]);
        }
        Map<String, byte[]> heavy = new LinkedHashMap<>();
        for (int i = 0; i < 9; i++) {
            heavy.put("f" + i, new byte[RuleSetSource.MAX_FILE_BYTES]);
        }

        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> RuleSetSource.of(many))
                .withMessageContaining("more than 1,000 files");
        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> RuleSetSource.of(heavy))
                .withMessageContaining("(9,437,184 bytes)");
        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(() -> RuleSetSource.of(Map.of("f", new byte[RuleSetSource.MAX_FILE_BYTES + 1])))
                .withMessageContaining("(1,048,577 bytes)");
    }

    @Test
    void textHasNoByteOrderMarkAndOneKindOfLineBreak() {
        assertThat(Sources.of("a", "\uFEFFx\r\ny\rz\n").text("a", new Diagnostics()))
                .hasValue("x\ny\nz\n");
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() {
        byte[] latin1 = "eins\r\nzwei\r\nf\u00fcnf\r\n".getBytes(StandardCharsets.ISO_8859_1);
        Diagnostics diagnostics = new Diagnostics();

        assertThat(RuleSetSource.of(Map.of("a.csv", latin1)).text("a.csv", diagnostics))
                .isEmpty();
        assertThat(diagnostics.all())
                .singleElement()
                .hasToString("a.csv:3: [source.encoding] The file is not UTF-8: byte 13 (0xFC) does not belong to a"
                        + " character. Maybe save it again with the encoding UTF-8.");
    }

    @Test
    void aTruncatedCharacterIsRefused() {
        Diagnostics diagnostics = new Diagnostics();

        assertThat(RuleSetSource.of(Map.of("a", new byte[] {'x', (byte) 0xE2, (byte) 0x82}))
                        .text("a", diagnostics))
                .isEmpty();
        assertThat(diagnostics.hasErrors()).isTrue();
    }
}
