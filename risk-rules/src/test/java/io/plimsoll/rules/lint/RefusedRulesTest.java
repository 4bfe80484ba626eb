package io.plimsoll.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedRulesTest {

    static Stream<String> refused() throws IOException {
        return LintCases.in("refused");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedAtItsPlaceAndForNothingElse(String name) throws IOException {
        String text = LintCases.read("refused", name);

        LintCases.Result result = LintCases.lint(text);

        assertThat(result.places())
                .as("%s", result.diagnostics())
                .containsExactlyInAnyOrderElementsOf(LintCases.expected(text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isExplainedInASentenceWithARemedy(String name) throws IOException {
        assertThat(LintCases.lint(LintCases.read("refused", name)).diagnostics())
                .isNotEmpty()
                .allSatisfy(found -> {
                    assertThat(found.message()).endsWith(".");
                    assertThat(found.remedy()).startsWith("Maybe ").endsWith(".");
                });
    }

    @Test
    void casesAreMany() throws IOException {
        assertThat(refused().count()).isGreaterThanOrEqualTo(200);
    }
}
