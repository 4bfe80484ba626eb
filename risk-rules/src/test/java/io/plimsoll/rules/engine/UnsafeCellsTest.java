package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// In the spreadsheets of Drools a cell is pasted into the rule, so that a cell can be code. Here it is data: whatever
/// would be code in one is refused as a text or number that it is not, at its row.
class UnsafeCellsTest {

    private static final String TABLE = "tables/margin.csv";
    private static final List<String> ROW = List.of("retail", "major", "70 %", "80 %", "90 %", "100 %");

    /// How a cell breaks out of the place that it is pasted into.
    private static final List<String> SHAPES =
            List.of("PAYLOAD", "80 %, PAYLOAD", "retail\"); PAYLOAD; (\"", "80 % || PAYLOAD", "=PAYLOAD", "${PAYLOAD}");

    static Stream<Arguments> cells() throws IOException {
        List<Arguments> cells = new ArrayList<>();
        for (String payload : UnsafeRules.expressions()) {
            for (int column = 0; column < ROW.size(); column++) {
                for (String shape : SHAPES) {
                    cells.add(Arguments.of(column, shape.replace("PAYLOAD", payload)));
                }
            }
        }
        return cells.stream();
    }

    @BeforeAll
    static void clear() throws IOException {
        Canaries.clear();
    }

    @AfterEach
    void nothingRan() throws IOException {
        try {
            Canaries.assertThatNothingRan();
        } finally {
            Canaries.clear();
        }
    }

    @ParameterizedTest(name = "column {0}: {1}")
    @MethodSource("cells")
    void areRefusedAtTheirRow(int column, String cell) {
        String[] row = ROW.toArray(String[]::new);
        row[column] = "\"%s\"".formatted(cell.replace("\"", "\"\""));
        RuleSetSource source =
                Sources.edited(Sources.standard(), TABLE, String.join(",", ROW), String.join(",", Arrays.asList(row)));

        Diagnostics diagnostics = new Diagnostics();
        RuleTables.read(source, diagnostics);

        // An error of a table ends the check before anything is compiled.
        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.all()).allSatisfy(problem -> {
            assertThat(problem.code()).startsWith("table.");
            assertThat(problem.file()).isEqualTo(TABLE);
            assertThat(problem.line()).isEqualTo(2);
        });
    }
}
