package io.plimsoll.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptedRulesTest {

    static Stream<String> accepted() throws IOException {
        return LintCases.in("accepted");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void isAccepted(String name) throws IOException {
        String text = LintCases.read("accepted", name);

        LintCases.Result result = LintCases.lint(text);

        assertThat(result.errors()).isEmpty();
        assertThat(result.rules()).hasSize((int)
                text.lines().filter(line -> line.startsWith("rule ")).count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void isAcceptedWithTheLineBreaksOfAnotherSystem(String name) throws IOException {
        String text = LintCases.read("accepted", name).replace("\n", "\r\n");

        assertThat(LintCases.lint(text).errors()).isEmpty();
    }

    @Test
    void anAcceptedRuleIsOutlined() throws IOException {
        assertThat(LintCases.lint(LintCases.read("accepted", "salience.drl")).rules())
                .containsExactly(
                        new RuleOutline("margin call", "thresholds/case.drl", 20, Phase.THRESHOLDS),
                        new RuleOutline("second", "thresholds/case.drl", 28, Phase.THRESHOLDS));
    }
}
