package io.plimsoll.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.analysis.TableDraft.Row;
import io.plimsoll.rules.diagnostic.Diagnostic;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// On small tables of any kind, mostly bad ones, the analysis finds what looking at every place finds.
class PlainAnalysisTest {

    private static final int TABLES = 3_000;

    @Test
    void agreesWithLookingAtEveryPlace() {
        Set<String> kinds = new TreeSet<>();
        for (int seed = 0; seed < TABLES; seed++) {
            TableDraft draft = random(new Random(seed));

            Set<String> plain = new PlainAnalysis(draft).found;

            assertThat(found(draft)).as("seed %d: %s", seed, Drafts.text(draft)).isEqualTo(plain);
            plain.forEach(kind -> kinds.add(kind.replaceAll(":.*", "")));
        }
        assertThat(kinds).containsExactly("gap", "hole", "meets", "never", "risk");
    }

    private static Set<String> found(TableDraft draft) {
        return Drafts.findings(draft).stream()
                .map(Finding::diagnostic)
                .map(diagnostic -> kind(draft, diagnostic))
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(TableDraft draft, Diagnostic diagnostic) {
        return switch (diagnostic.code()) {
            case "table.gap" -> "gap";
            case "table.date-hole" -> "hole";
            case "table.overlap" -> "meets:" + diagnostic.line();
            case "table.duplicate-row" ->
                switch (draft.policy) {
                    case "unique" -> "meets:" + diagnostic.line();
                    case "first" -> "never:" + diagnostic.line();
                    default -> "";
                };
            case "table.unreachable-row" -> "never:" + diagnostic.line();
            case "table.risk-order" -> "margin_call".equals(diagnostic.columnName()) ? "risk:" + diagnostic.line() : "";
            default -> "";
        };
    }

    private static TableDraft random(Random random) {
        TableDraft draft = new TableDraft();
        draft.policy = List.of("unique", "first", "strictest").get(random.nextInt(3));
        draft.segments = List.of("a", "b", "c").subList(0, 1 + random.nextInt(3));
        draft.classes = random.nextBoolean() ? List.of() : List.of("x", "y");
        draft.volatility = random.nextBoolean();
        draft.dates = random.nextBoolean();
        draft.ranked = random.nextBoolean();
        int rows = 1 + random.nextInt(7);
        for (int i = 0; i < rows; i++) {
            draft.rows.add(row(draft, random));
        }
        return draft;
    }

    private static Row row(TableDraft draft, Random random) {
        Row row = new Row();
        row.segment = any(random, draft.segments);
        row.instrumentClass = draft.hasClass() ? any(random, draft.classes) : "";
        int from = random.nextInt(4);
        int to = from + 1 + random.nextInt(3);
        row.from = from == 0 ? "" : "0." + from;
        row.to = to > 4 ? "" : "0." + to;
        int since = random.nextInt(4);
        int until = since + 1 + random.nextInt(3);
        row.since = since == 0 ? "" : "2026-03-0" + since;
        row.until = until > 4 ? "" : "2026-03-0" + until;
        row.call = 60 + random.nextInt(4);
        row.clear = 50;
        row.liquidation = 90;
        return row;
    }

    private static String any(Random random, List<String> values) {
        return random.nextInt(3) == 0 ? "*" : values.get(random.nextInt(values.size()));
    }
}
