package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.Sources;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the compiler says, it is said of a line: here without the linter, which lets none of this reach it.
class CompileProblemsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Account(segmen == \"retail\") | 7 | segmen",
                "Acount() | 7 | Acount",
                "Account(segment == $nowhere) | 7 | $nowhere",
                "Account(marginMode.compareTo(1B) > 0) | 1 |",
                "Position(instrument == 1B) | 1 |",
                "Position(quantity.compareTo(1B) > 0) | 1 | ClassCastException",
                "Account(segment == ) | 7 |",
            })
    void isSaidOfALine(String pattern, int line, String words) {
        String rule = """
                package thresholds
                import io.plimsoll.model.account.Account
                import io.plimsoll.model.account.Position
                global io.plimsoll.model.threshold.ThresholdSink thresholds
                rule "Case"
                when
                    %s
                then
                end
                """.formatted(pattern);

        InvalidRuleSetException refused = catchThrowableOfType(
                InvalidRuleSetException.class,
                () -> CompiledRules.compile(Sources.of("thresholds/case.drl", rule), List.of(), WorkLimits.DEFAULT)
                        .close());

        assertThat(refused.diagnostics()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("compile");
            assertThat(problem.file()).isEqualTo("thresholds/case.drl");
            assertThat(problem.line()).isPositive();
            assertThat(problem.message())
                    .startsWith("The rules can't be compiled: ")
                    .endsWith(".");
        });
        assertThat(refused.diagnostics())
                .anySatisfy(problem -> assertThat(problem.line()).isGreaterThanOrEqualTo(line));
        assertThat(refused).hasMessageContaining(words == null ? "" : words);
    }
}
