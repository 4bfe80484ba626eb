package io.plimsoll.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.TableRow;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Faults are put into clean tables; each is found where it is, and its examples show it when they are evaluated.
class SeededFaultsTest {

    private static final int VARIANTS = 25;
    private static final int CLEAN = 200;

    private static final Drafts DRAFTS = new Drafts();

    @AfterAll
    static void close() {
        DRAFTS.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultIsFoundWhereItIsAndItsExamplesShowIt(Fault fault) {
        for (int seed = 0; seed < VARIANTS; seed++) {
            Fault.Seeded seeded = fault.seeded(new Random(seed));
            RuleSetSource source = seeded.draft().source();

            List<Finding> findings = Drafts.findings(seeded.draft());

            assertThat(findings).as("seed %d", seed).anySatisfy(finding -> {
                Diagnostic found = finding.diagnostic();
                assertThat(found.code()).isEqualTo(fault.code);
                assertThat(found.file()).isEqualTo("tables/draft.csv");
                assertThat(found.line()).isEqualTo(seeded.place().line());
                assertThat(found.columnName()).isEqualTo(seeded.place().column());
                assertThat(finding.examples()).isNotEmpty();
            });
            for (Finding finding : findings) {
                requireShown(source, finding);
            }
        }
    }

    @Test
    void cleanTablesHaveNoFindings() {
        for (int seed = 0; seed < CLEAN; seed++) {
            assertThat(Drafts.findings(CleanTables.any(new Random(seed))))
                    .as("seed %d", seed)
                    .extracting(Finding::diagnostic)
                    .filteredOn(found -> found.severity() != Severity.INFO)
                    .isEmpty();
        }
    }

    @Test
    void aRowThatNoScenarioHitsIsFound() {
        for (int seed = 0; seed < VARIANTS; seed++) {
            Random random = new Random(seed);
            TableDraft draft = CleanTables.any(random);
            RuleSetSource source = draft.source();
            List<TableRow> rows = Drafts.tables(source).getFirst().written();
            int left = random.nextInt(rows.size());
            Set<String> hit = new HashSet<>();
            rows.forEach(row -> hit.add(row.written().getId()));
            hit.remove(rows.get(left).written().getId());

            List<Finding> findings = TableAnalysis.unhitRows(Drafts.tables(source), hit);

            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.diagnostic().code()).isEqualTo("table.unhit-row");
                assertThat(finding.diagnostic().line()).isEqualTo(TableDraft.line(left));
                assertThat(finding.examples().getFirst().rows())
                        .contains(rows.get(left).written().getPlace());
            });
            requireShown(source, findings.getFirst());
        }
    }

    private static void requireShown(RuleSetSource source, Finding finding) {
        for (CounterExample example : finding.examples()) {
            if (example.rows().isEmpty()) {
                assertThatThrownBy(() -> DRAFTS.decision(source, example))
                        .as("%s", finding)
                        .isInstanceOf(EvaluationException.class)
                        .hasMessageContaining("No rule set a");
            } else {
                assertThat(Drafts.rowsIn(DRAFTS.decision(source, example), "draft"))
                        .as("%s", finding)
                        .isEqualTo(example.rows());
            }
        }
        requireCompared(source, finding);
    }

    private static void requireCompared(RuleSetSource source, Finding finding) {
        Diagnostic found = finding.diagnostic();
        List<CounterExample> examples = finding.examples();
        switch (found.code()) {
            case "table.risk-order" -> {
                Decision safer = DRAFTS.decision(source, examples.get(0));
                Decision riskier = DRAFTS.decision(source, examples.get(1));
                String column = String.valueOf(found.columnName());
                assertThat(holding(riskier, column)).as("%s", finding).isGreaterThan(holding(safer, column));
            }
            case "table.idle-key" -> {
                Decision one = DRAFTS.decision(source, examples.get(0));
                Decision another = DRAFTS.decision(source, examples.get(1));
                for (String column : List.of("margin_call", "liquidation")) {
                    assertThat(holding(one, column)).isEqualByComparingTo(holding(another, column));
                }
            }
            case "table.constant-column" -> {
                String column = String.valueOf(found.columnName());
                assertThat(holding(DRAFTS.decision(source, examples.get(0)), column))
                        .isEqualByComparingTo(holding(DRAFTS.decision(source, examples.get(1)), column));
            }
            case "table.ascending" -> {
                Decision decision = DRAFTS.decision(source, examples.getFirst());
                assertThat(holding(decision, "liquidation")).isLessThanOrEqualTo(holding(decision, "margin_call"));
            }
            case "table.overlap", "table.duplicate-row", "table.unreachable-row" ->
                assertThat(examples.getFirst().rows()).isNotEmpty();
            default -> assertThat(found.code()).isNotEmpty();
        }
    }

    /// The number of a column that decides for an account.
    private static BigDecimal holding(Decision decision, String column) {
        ThresholdKind kind = column.equals("liquidation") ? ThresholdKind.LIQUIDATION : ThresholdKind.MARGIN_CALL;
        return decision.thresholds().stream()
                .map(state -> state.threshold())
                .filter(threshold -> threshold.kind() == kind)
                .map(threshold -> column.equals("margin_call_clear") ? threshold.clear() : threshold.limit())
                .findFirst()
                .orElseThrow();
    }
}
