package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.lint.DrlLinter;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The fences let through what they are meant to.
class BenignRulesTest {

    private static final List<RuleTable> TABLES = RuleTables.read(Sources.standard(), new Diagnostics());

    static List<String> rules() throws IOException {
        return BenignRules.all();
    }

    @Test
    void casesAreMany() throws IOException {
        assertThat(rules()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(300);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void passTheLinter(String rule) {
        assertThat(findings(BenignRules.file(List.of(rule))).all())
                .as(rule)
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void passTheCompilerAndTheFenceAndAreLoaded() throws IOException {
        RuleSetSource source = Sources.of("thresholds/benign.drl", BenignRules.file(rules()));

        try (CompiledRules compiled = CompiledRules.compile(source, List.of(), WorkLimits.DEFAULT)) {
            assertThat(compiled.thresholds().isEmpty()).isFalse();
        }
    }

    static Diagnostics findings(String text) {
        Diagnostics diagnostics = new Diagnostics();
        DrlLinter.lint(Sources.of("thresholds/case.drl", text), TABLES, diagnostics);
        return diagnostics;
    }
}
