package io.plimsoll.rules.analysis;

import io.plimsoll.rules.evaluation.Rules;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.ArrayList;
import java.util.List;

/// A margin table that a test makes up, with the rules that join it.
final class TableDraft {

    /// One row. Texts are as written; numbers are percentages.
    static final class Row {
        String segment = "";
        String instrumentClass = "";
        String from = "";
        String to = "";
        String since = "";
        String until = "";
        int clear;
        int call;
        int liquidation;

        Row copy() {
            Row copy = new Row();
            copy.segment = segment;
            copy.instrumentClass = instrumentClass;
            copy.from = from;
            copy.to = to;
            copy.since = since;
            copy.until = until;
            copy.clear = clear;
            copy.call = call;
            copy.liquidation = liquidation;
            return copy;
        }
    }

    String policy = "unique";
    List<String> segments = List.of();
    List<String> classes = List.of();
    boolean volatility;
    boolean dates;
    boolean ranked = true;
    String moreColumns = "";
    String moreCells = "";
    final List<Row> rows = new ArrayList<>();

    boolean hasClass() {
        return !classes.isEmpty();
    }

    /// The line of a row in the file.
    static int line(int row) {
        return row + 2;
    }

    RuleSetSource source() {
        return Sources.of(
                "ruleset.yaml",
                """
                name: draft
                owner: tests
                description: A table.
                emits: [marginCall, liquidation]
                requires: [MARGIN_CALL, LIQUIDATION]
                """,
                "tables/draft.table.yaml",
                columns(),
                "tables/draft.csv",
                csv(),
                "thresholds/draft.drl",
                rules());
    }

    private String columns() {
        StringBuilder text = new StringBuilder("""
                table: draft
                description: A table.
                hitPolicy: %s
                columns:
                """.formatted(policy));
        text.append(key("segment", segments));
        if (hasClass()) {
            text.append(key("instrument_class", classes));
        }
        if (volatility) {
            text.append("  - {name: volatility_from, role: from, unit: ratio, key: volatility, min: 0%s}\n"
                    .formatted(ranked ? ", riskier: higher" : ""));
            text.append("  - {name: volatility_to, role: to, unit: ratio, key: volatility}\n");
        }
        if (dates) {
            text.append("  - {name: since, role: effective_from, unit: date}\n");
            text.append("  - {name: until, role: effective_until, unit: date}\n");
        }
        for (String column : List.of("margin_call_clear", "margin_call", "liquidation")) {
            text.append("  - {name: %s, role: threshold, unit: percent, stricter: lower}\n".formatted(column));
        }
        return text.append(moreColumns)
                .append("ascending:\n  - [margin_call_clear, margin_call, liquidation]\n")
                .toString();
    }

    private String key(String name, List<String> values) {
        return "  - {name: %s, role: key, unit: text, values: %s%s}\n"
                .formatted(name, values, ranked ? ", riskier: " + values : "");
    }

    private String csv() {
        List<String> lines = new ArrayList<>();
        lines.add("segment" + (hasClass() ? ",instrument_class" : "")
                + (volatility ? ",volatility_from,volatility_to" : "")
                + (dates ? ",since,until" : "") + ",margin_call_clear,margin_call,liquidation"
                + (moreCells.isEmpty() ? "" : ",warning"));
        for (Row row : rows) {
            lines.add(row.segment
                    + (hasClass() ? "," + row.instrumentClass : "")
                    + (volatility ? "," + row.from + "," + row.to : "")
                    + (dates ? "," + row.since + "," + row.until : "")
                    + ",%d %%,%d %%,%d %%".formatted(row.clear, row.call, row.liquidation)
                    + moreCells);
        }
        return String.join("\n", lines) + "\n";
    }

    private String rules() {
        return Rules.thresholds("import io.plimsoll.model.market.Signal\n"
                + rule("call", "MARGIN_CALL", "margin_call")
                + rule("liquidation", "LIQUIDATION", "liquidation"));
    }

    private String rule(String name, String kind, String column) {
        return """
                rule "%s"
                when
                    $account : Account(cross == true, $segment : segment)
                    Position($instrument : instrument)
                    Instrument(id == $instrument, $class : instrumentClass)
                    %s
                    $row : ThresholdRow(table == "draft", segment == $segment%s%s)
                then
                    thresholds.set(ThresholdKind.%s, $account, Metric.MARGIN_RATIO, Comparison.AT_OR_ABOVE,
                        $row.number("%s"), $row.number("margin_call_clear"));
                end
                """.formatted(
                        name,
                        volatility ? "Signal(name == \"volatility\", subject == $instrument, $volatility : value)" : "",
                        hasClass() ? ", instrumentClass == $class" : "",
                        volatility ? ", covers(\"volatility\", $volatility)" : "",
                        kind,
                        column);
    }
}
