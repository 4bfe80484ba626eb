package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCompilerTest {

    /// Drools leaves such rules out without a word.
    @ParameterizedTest
    @ValueSource(strings = {"rules", "actions", "thresholds.special"})
    void rulesOfAPackageThatNoPhaseReadsAreRefused(String name) {
        RuleSetSource source =
                Sources.edited(Sources.standard(), "thresholds/margin.drl", "package thresholds", "package " + name);

        assertThatThrownBy(() -> CompiledRules.compile(source, List.of(), WorkLimits.DEFAULT))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessage("thresholds/margin.drl: [compile.package] The rules of the package (%s) would never run."
                                .formatted(name)
                        + " Maybe begin the file with \"package thresholds;\".");
    }
}
