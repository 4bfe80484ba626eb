package io.plimsoll.rules.check;

import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.lint.RuleOutline;
import io.plimsoll.rules.scenario.Scenario;
import java.util.List;

/// A rule set that could be compiled, and the scenarios that are to be run on it.
///
/// @param version the compiled rules
/// @param outlines of every rule
/// @param rows of all tables
/// @param scenarios in the order of the manifest
record CheckedRules(
        RuleSetVersion version, List<RuleOutline> outlines, List<ThresholdRow> rows, List<Scenario> scenarios)
        implements AutoCloseable {

    @Override
    public void close() {
        version.close();
    }
}
