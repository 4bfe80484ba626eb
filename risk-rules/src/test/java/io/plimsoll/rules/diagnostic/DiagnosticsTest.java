package io.plimsoll.rules.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void allProblemsAreToldInTheOrderOfFilesAndLines() {
        diagnostics.error("b", "z.csv", 2, 0, "Second.", "");
        diagnostics.error("a", "z.csv", 10, 0, "Third.", "Maybe not.");
        diagnostics.error("c", "a.drl", 3, 7, "First.", "");

        assertThatExceptionOfType(InvalidRuleSetException.class)
                .isThrownBy(diagnostics::throwIfErrors)
                .withMessage("a.drl:3:7: [c] First.\nz.csv:2: [b] Second.\nz.csv:10: [a] Third. Maybe not.")
                .satisfies(refused -> assertThat(refused.diagnostics()).isEqualTo(diagnostics.all()));
    }

    @Test
    void aWarningRefusesNothing() {
        diagnostics.add(Diagnostic.warning("a", "a.csv", 1, 0, "Look.", ""));

        assertThat(diagnostics.hasErrors()).isFalse();
        assertThatNoException().isThrownBy(diagnostics::throwIfErrors);
    }

    @Test
    void warningsCrowdOutNoError() {
        for (int i = 0; i < 5_000; i++) {
            diagnostics.add(Diagnostic.warning("a", "a.csv", i, 0, "Look.", ""));
        }
        diagnostics.error("b", "z.csv", 1, 0, "Wrong.", "");

        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.all()).hasSize(Diagnostics.MAX_DIAGNOSTICS + 1);
    }

    @Test
    void aWarningSaysThatItIsOne() {
        assertThat(Diagnostic.warning("lint.unused", "a.drl", 2, 3, "Look.", "").until(5))
                .hasToString("a.drl:2:3: [lint.unused] Warning: Look.")
                .returns(5, Diagnostic::endColumn);
    }

    @Test
    void theSameProblemIsToldOnce() {
        diagnostics.error("a", "a.csv", 1, 0, "Once.", "");
        diagnostics.error("a", "a.csv", 1, 0, "Once.", "");

        assertThat(diagnostics.all()).hasSize(1);
    }

    @Test
    void thousandsOfProblemsDoNotPileUp() {
        for (int i = 0; i < 5_000; i++) {
            diagnostics.error("a", "a.csv", i, 0, "Again.", "");
        }

        assertThat(diagnostics.all()).hasSize(Diagnostics.MAX_DIAGNOSTICS);
    }
}
