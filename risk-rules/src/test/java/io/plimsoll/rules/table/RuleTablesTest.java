package io.plimsoll.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.analysis.Finding;
import io.plimsoll.rules.analysis.TableAnalysis;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTablesTest {

    private static final Path FOLDER = Path.of("src/test/resources/tables");
    private static final String HEADER =
            "segment,instrument_class,margin_call_clear,margin_call,liquidation,leverage,positions,minimum,note\n";

    private final Diagnostics diagnostics = new Diagnostics();

    static Stream<String> refused() throws IOException {
        return names("refused");
    }

    static Stream<String> refusedKeys() throws IOException {
        return names("refused-keys");
    }

    static Stream<String> columns() throws IOException {
        return names("columns");
    }

    /// The first line of each table says what is to be found: code, line, column.
    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aTableIsRefusedWithLineAndColumn(String name) throws IOException {
        String table = Files.readString(FOLDER.resolve("refused").resolve(name));

        read(table);

        assertThat(diagnostics.all().stream()
                        .map(found -> found.code() + ":" + found.line() + ":"
                                + Objects.requireNonNullElse(found.columnName(), "-")))
                .as("%s", diagnostics.all())
                .containsExactlyInAnyOrder(expected(table));
        assertThat(diagnostics.all()).extracting(Diagnostic::file).containsOnly("tables/margin.csv");
    }

    /// The same of keys that are ranges, dates or `*`.
    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedKeys")
    void aTableIsRefusedForItsKeys(String name) throws IOException {
        String table = Files.readString(FOLDER.resolve("refused-keys").resolve(name));

        rows(table, "keys.table.yaml");

        assertThat(diagnostics.all().stream()
                        .map(found -> found.code() + ":" + found.line() + ":"
                                + Objects.requireNonNullElse(found.columnName(), "-")))
                .as("%s", diagnostics.all())
                .containsExactlyInAnyOrder(expected(table));
    }

    @Test
    void moreThanAHundredDatesAreRefused() throws IOException {
        StringBuilder table = new StringBuilder("segment,asset,low,high,since,until,call\n");
        for (int year = 2000; year <= 2100; year++) {
            table.append("*,BTC,,,%d-01-01,%d-01-01,80 %%\n".formatted(year, year + 1));
        }

        rows(table.toString(), "keys.table.yaml");

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("table.too-many-dates");
    }

    /// The first line of each column file says what is to be found: code, line.
    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void aColumnFileIsRefusedWithItsLine(String name) throws IOException {
        String columns = Files.readString(FOLDER.resolve("columns").resolve(name));

        RuleTables.read(Sources.of("tables/margin.table.yaml", columns), diagnostics);

        assertThat(diagnostics.all().stream()
                        .filter(found -> !found.code().equals("table.unpaired"))
                        .map(found -> found.code() + ":" + found.line()))
                .as("%s", diagnostics.all())
                .containsExactlyInAnyOrder(expected(columns));
    }

    @Test
    void aRowIsAFactWithExactNumbersAndItsPlace() throws IOException {
        ThresholdRow row = rows("# ours\n" + HEADER
                        + "\nretail,major, 70%,75.5 %,\"100 %\",20,5,-0.50,\"a, \"\"b\"\"\"\n")
                .getFirst();

        assertThat(diagnostics.all()).isEmpty();
        assertThat(row.getId()).isEqualTo("margin:retail/major");
        assertThat(row.getTable()).isEqualTo("margin");
        assertThat(row.getPlace()).isEqualTo(new SourcePlace("tables/margin.csv", 4));
        assertThat(row.getSegment()).isEqualTo("retail");
        assertThat(row.getInstrumentClass()).isEqualTo("major");
        assertThat(row.getAsset()).isNull();
        assertThat(row.number("margin_call_clear")).isEqualTo(new BigDecimal("0.7"));
        assertThat(row.number("margin_call")).isEqualTo(new BigDecimal("0.755"));
        assertThat(row.number("liquidation")).isEqualTo(BigDecimal.ONE);
        assertThat(row.number("minimum")).isEqualTo(new BigDecimal("-0.5"));
        assertThat(row.text("note")).isEqualTo("a, \"b\"");
        assertThat(row.getCells()).containsEntry("margin_call", "75.5 %").containsEntry("minimum", "-0.50");
    }

    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        List<ThresholdRow> rows = rows("""
                note,minimum,positions,leverage,liquidation,margin_call,margin_call_clear,instrument_class,segment
                x,1,5,20,100 %,75 %,70 %,major,retail
                """);

        assertThat(rows).singleElement().hasToString("margin:retail/major");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75 %  | 75    | The cell (75) in column margin_call has no percent sign, but the column's unit is"
                        + " percent. Maybe 75 %.",
                "75 %  | 0.8   | The cell (0.8) in column margin_call has no percent sign, but the column's unit is"
                        + " percent. Maybe 80 %.",
                "75 %  | 7.5 % | The cell (7.5 %) in column margin_call is below the column's minimum (50 %)."
                        + " Maybe a digit is missing.",
                "100 % | 200 % | The cell (200 %) in column liquidation is above the column's maximum (100%)."
                        + " Maybe a digit is too much.",
                "100 % | 60 %  | The cell (60 %) in column liquidation must be greater than the cell (75 %) in column"
                        + " margin_call. Maybe the two were swapped.",
                "20    | 80 %  | The cell (80 %) in column leverage has a percent sign, but the column's unit is not"
                        + " percent. Maybe 0.8.",
                "major | a/b   | The cell (a/b) in column instrument_class has other characters than letters, digits"
                        + " and _ . : -. Maybe write a dash for a blank.",
            })
    void theMessageNamesTheValueTheLimitAndTheRemedy(String cell, String edited, String message) throws IOException {
        read(HEADER + "retail,major,70 %,75 %,100 %,20,5,1,x\n".replace(cell, edited));

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.message() + " " + found.remedy()).isEqualTo(message));
    }

    @Test
    void aSecondRowWithTheSameKeysNamesTheFirst() throws IOException {
        read(HEADER + "retail,major,70 %,75 %,100 %,20,5,1,x\n\nretail,major,70 %,75 %,100 %,20,5,1,y\n");

        assertThat(diagnostics.all())
                .singleElement()
                .hasToString("tables/margin.csv:4: [table.duplicate-row] The row has the same keys"
                        + " (margin:retail/major) as line 2. Maybe remove one of the two.");
    }

    @Test
    void aTableAndItsColumnFileGoTogether() {
        RuleTables.read(Sources.of("tables/a.csv", "x", "tables/b.table.yaml", "table: b"), diagnostics);

        assertThat(diagnostics.all())
                .filteredOn(found -> found.code().equals("table.unpaired"))
                .extracting(Diagnostic::file)
                .containsExactly("tables/a.csv", "tables/b.table.yaml");
    }

    @Test
    void moreThanTenThousandRowsAreRefused() throws IOException {
        StringBuilder table = new StringBuilder(HEADER);
        for (int i = 0; i <= 10_000; i++) {
            table.append("retail,c").append(i).append(",70 %,75 %,100 %,20,5,1,x\n");
        }

        assertThat(rows(table.toString())).isEmpty();
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(
                        found -> assertThat(found.code() + ":" + found.line()).isEqualTo("table.too-many-rows:10002"));
    }

    private void read(String table) throws IOException {
        rows(table);
    }

    private List<ThresholdRow> rows(String table) throws IOException {
        return rows(table, "margin.table.yaml");
    }

    /// What keeps a table from being used: what is wrong with its cells, or, if nothing, with its rows.
    private List<ThresholdRow> rows(String table, String columnFile) throws IOException {
        String columns = Files.readString(FOLDER.resolve(columnFile));
        RuleSetSource source = Sources.of("tables/margin.csv", table, "tables/margin.table.yaml", columns);
        List<RuleTable> tables = RuleTables.read(source, diagnostics);
        if (!diagnostics.hasErrors()) {
            TableAnalysis.of(source, tables).stream()
                    .map(Finding::diagnostic)
                    .filter(found -> found.severity() == Severity.ERROR)
                    .forEach(diagnostics::add);
        }
        return tables.getFirst().rows();
    }

    private static String[] expected(String text) {
        String line = text.lines().findFirst().orElseThrow();
        return line.substring(line.indexOf("# ") + 2).strip().split(" ");
    }

    private static Stream<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
