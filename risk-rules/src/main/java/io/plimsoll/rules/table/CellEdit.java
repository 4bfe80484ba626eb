package io.plimsoll.rules.table;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes another text into one cell of a decision table. All other lines stay what they are.
public final class CellEdit {

    private CellEdit() {}

    /// The rule set with the text in the cell.
    ///
    /// @param csv path of the table
    /// @param line of the row, counted from 1
    /// @param column name of the column
    /// @param text of the cell, without line breaks; whether it may stand there is for a check to say
    /// @throws IllegalArgumentException if there is no such cell, or the text has line breaks
    public static RuleSetSource replace(RuleSetSource source, String csv, int line, String column, String text) {
        if (text.lines().limit(2).count() > 1) {
            throw new IllegalArgumentException("A cell (%s) is on one line.".formatted(text));
        }
        Diagnostics unread = new Diagnostics();
        String table = source.text(csv, unread).orElse("");
        List<CsvLine> lines = CsvLine.read(csv, table, unread);
        int index = lines.isEmpty() ? -1 : lines.getFirst().cells().indexOf(column);
        CsvLine row = lines.stream()
                .skip(1)
                .filter(each -> each.line() == line && each.cells().size() > index)
                .findFirst()
                .filter(_ -> index >= 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no cell in line %d, column %s.".formatted(csv, line, column)));
        List<String> all = Arrays.asList(table.split("\n", -1));
        all.set(
                line - 1,
                IntStream.range(0, row.cells().size())
                        .mapToObj(i -> i == index ? text : row.cells().get(i))
                        .map(CellEdit::quoted)
                        .collect(Collectors.joining(",")));
        Map<String, byte[]> files = new TreeMap<>();
        source.paths().forEach(path -> files.put(path, source.bytes(path).orElseThrow()));
        files.put(csv, String.join("\n", all).getBytes(StandardCharsets.UTF_8));
        return RuleSetSource.of(files);
    }

    /// As it is written: what would not be read as it is goes in quotes.
    private static String quoted(String cell) {
        boolean plain = cell.equals(cell.strip()) && cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '#');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
