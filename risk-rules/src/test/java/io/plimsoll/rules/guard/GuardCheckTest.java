package io.plimsoll.rules.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Edits of a guarded table, one after another.
class GuardCheckTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T12:00:00Z");

    private static final String COLUMNS = """
            table: calls
            description: When an account is called.
            hitPolicy: POLICY
            columns:
              - {name: segment, role: key, unit: text, values: [institutional, professional, retail]}
              - {name: from, role: from, unit: ratio, key: volatility}
              - {name: to, role: to, unit: ratio, key: volatility}
              - {name: call, role: threshold, unit: percent, stricter: lower}
              - {name: other, role: threshold, unit: amount}
            """;

    private static final String HEADER = "segment,from,to,call,other\n";
    private static final String BASE = "institutional,,,90 %,1;retail,,0.5,80 %,1;retail,0.5,,70 %,1";

    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "edits.csv", delimiter = '|', numLinesToSkip = 1)
    void anEditIsHeldAgainstTheVersionBefore(String why, String guard, String rows, @Nullable String expected) {
        GuardCheck.Before before = version(BASE, guard, Lineage.NONE);

        edit(before, rows, guard, MONDAY);

        assertThat(errors()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void theMessageNamesRowColumnOldNewAndLimit() {
        edit(version(BASE, "largestMove: 5 %", Lineage.NONE), BASE.replace("80 %", "74 %"), "largestMove: 5 %", MONDAY);

        assertThat(diagnostics.all())
                .singleElement()
                .hasToString("tables/calls.csv:3: [guard.move] The cell (74 %) in column call of the row"
                        + " calls:retail/..0.5 was 80 % before; the largest move is 5 %. Maybe a digit is missing or"
                        + " too much, or move it in steps.");
    }

    @Test
    void aGuardCannotBeLoosenedAndUsedAtOnce() {
        GuardCheck.Before before = version(BASE, "largestMove: 5 %", Lineage.NONE);

        edit(before, BASE.replace("80 %", "60 %"), "largestMove: 50 %", MONDAY);

        assertThat(errors()).isEqualTo("guard.move:3");
    }

    @Test
    void aTighterGuardHoldsAtOnce() {
        edit(
                version(BASE, "largestMove: 50 %", Lineage.NONE),
                BASE.replace("80 %", "74 %"),
                "largestMove: 5 %",
                MONDAY);

        assertThat(errors()).isEqualTo("guard.move:3");
    }

    @Test
    void aGuardedColumnCannotBeRemovedWithItsGuard() {
        GuardCheck.Before before = version(BASE, "max: 95 %", Lineage.NONE);
        RuleSetSource source = source(BASE, "max: 95 %");
        RuleSetSource renamed = Sources.edited(
                Sources.edited(source, "tables/calls.table.yaml", "name: call,", "name: call2,"),
                "tables/calls.csv",
                "call,",
                "call2,");

        GuardCheck.check(List.of(), RuleTables.read(renamed, diagnostics), Optional.of(before), MONDAY, diagnostics);

        assertThat(errors()).isEqualTo("guard.gone:0");
    }

    @Test
    void aRowThatIsTakenOutAndPutBackIsMeasuredAgainstWhatItWas() {
        String guard = "largestMove: 5 %";
        String without = "institutional,,,90 %,1;retail,0.5,,70 %,1";
        Lineage removed = edit(version(BASE, guard, Lineage.NONE), without, guard, MONDAY);
        Lineage still = edit(version(without, guard, removed), without, guard, MONDAY);
        assertThat(errors()).isEmpty();

        edit(version(without, guard, still), BASE.replace("80 %", "60 %"), guard, MONDAY);

        assertThat(errors()).isEqualTo("guard.move:3");
    }

    @Test
    void aNumberStaysForTheSmallestIntervalHoweverItsRowIsWritten() {
        String guard = "smallestInterval: PT1H";
        String moved = BASE.replace("80 %", "79 %");
        Lineage first = edit(version(BASE, guard, Lineage.NONE), moved, guard, MONDAY);
        assertThat(errors()).isEmpty();
        String split = moved.replace("retail,,0.5,79 %,1", "retail,,0.2,79 %,1;retail,0.2,0.5,79 %,1");
        Lineage second = edit(version(moved, guard, first), split, guard, MONDAY.plusSeconds(60));
        assertThat(errors()).isEmpty();

        String again = split.replace("retail,0.2,0.5,79 %", "retail,0.2,0.5,78 %");
        edit(version(split, guard, second), again, guard, MONDAY.plusSeconds(3_599));
        assertThat(errors()).isEqualTo("guard.interval:4");
    }

    @Test
    void afterTheSmallestIntervalANumberMayMoveAgain() {
        String guard = "smallestInterval: PT1H";
        String moved = BASE.replace("80 %", "79 %");
        Lineage first = edit(version(BASE, guard, Lineage.NONE), moved, guard, MONDAY);

        edit(version(moved, guard, first), BASE, guard, MONDAY.plusSeconds(3_600));

        assertThat(errors()).isEmpty();
    }

    @Test
    void newRowsAndThoseThatAreGoneAreTold() {
        edit(
                version(BASE, "max: 95 %", Lineage.NONE),
                BASE.replace("institutional", "professional"),
                "max: 95 %",
                MONDAY);

        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .containsExactlyInAnyOrder(
                        "Rows of a guarded table are new (calls:professional/..).",
                        "Rows of a guarded table are gone (calls:institutional/..).");
    }

    private String errors() {
        return String.join(
                " ",
                diagnostics.all().stream()
                        .filter(found -> found.severity() == Severity.ERROR)
                        .map(found -> found.code() + ":" + found.line())
                        .toList());
    }

    private Lineage edit(GuardCheck.Before before, String rows, String guard, Instant now) {
        RuleSetSource source = source(rows, guard);
        List<RuleTable> tables = RuleTables.read(source, diagnostics);
        List<ColumnGuard> guards = ColumnGuards.read(source, tables, diagnostics);
        return GuardCheck.check(guards, tables, Optional.of(before), now, diagnostics);
    }

    private static GuardCheck.Before version(String rows, String guard, Lineage lineage) {
        Diagnostics found = new Diagnostics();
        RuleSetSource source = source(rows, guard);
        List<RuleTable> tables = RuleTables.read(source, found);
        List<ColumnGuard> guards = ColumnGuards.read(source, tables, found);
        assertThat(found.all()).isEmpty();
        assertThat(guards).hasSize(1);
        return new GuardCheck.Before(guards, tables, lineage);
    }

    private static RuleSetSource source(String rows, String guard) {
        return Sources.of(
                "ruleset.yaml", "guards:\n  - {table: calls, column: call, %s}\n".formatted(guard),
                "tables/calls.table.yaml", COLUMNS.replace("POLICY", rows.contains("*") ? "first" : "unique"),
                "tables/calls.csv", HEADER + rows.replace(';', '\n') + "\n");
    }
}
