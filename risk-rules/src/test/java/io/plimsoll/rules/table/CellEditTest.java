package io.plimsoll.rules.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One cell is another, and nothing else is.
final class CellEditTest {

    private static final String CSV = "tables/t.csv";
    private static final String TABLE = "# who\n\nkey,limit,note\n# a\na, 1 % ,\"x, y\"\nb,\"2\",\"say \"\"no\"\"\"\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "5|limit|3 %    |a,3 %,\"x, y\"",
                "5|note |z      |a,1 %,z",
                "5|note |1,5    |a,1 %,\"1,5\"",
                "5|key  |#a     |\"#a\",1 %,\"x, y\"",
                "6|limit|3      |b,3,\"say \"\"no\"\"\"",
                "6|note |\"      |b,2,\"\"\"\""
            })
    void aCellIsReplacedAndAllElseStays(int line, String column, String text, String row) {
        RuleSetSource after = CellEdit.replace(source(TABLE), CSV, line, column.strip(), text.strip());

        String expected = TABLE.lines().toList().get(line - 1);
        assertThat(text(after)).isEqualTo(TABLE.replace(expected, row));
        assertThat(after.bytes("README.md")).contains("words".getBytes(UTF_8));
        // It reads back as what was written.
        String once =
                CellEdit.replace(after, CSV, line, column.strip(), text.strip()).digest();
        assertThat(once).isEqualTo(after.digest());
    }

    @Test
    void anotherLineEndIsNoOtherCell() {
        assertThat(text(CellEdit.replace(source("key,limit\r\na,1\r\nb,2"), CSV, 3, "limit", "9")))
                .isEqualTo("key,limit\na,1\nb,9");
    }

    @ParameterizedTest
    @CsvSource({"3, limit", "4, limit", "5, nothing", "9, limit", "0, limit"})
    void whatIsNoCellIsNotWritten(int line, String column) {
        assertThatIllegalArgumentException().isThrownBy(() -> CellEdit.replace(source(TABLE), CSV, line, column, "9"));
    }

    @Test
    void aCellIsOnOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellEdit.replace(source(TABLE), CSV, 5, "limit", "1\nb,2,x"));
    }

    private static RuleSetSource source(String table) {
        return RuleSetSource.of(Map.of(CSV, table.getBytes(UTF_8), "README.md", "words".getBytes(UTF_8)));
    }

    private static String text(RuleSetSource source) {
        return source.text(CSV, new Diagnostics()).orElseThrow();
    }
}
