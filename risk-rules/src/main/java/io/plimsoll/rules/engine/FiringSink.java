package io.plimsoll.rules.engine;

import io.plimsoll.model.rule.ThresholdRow;
import java.util.List;

/// What rules call: told before each firing which rule it is, so that it can attach the rule itself.
public interface FiringSink {

    /// A rule is about to run its consequence.
    ///
    /// @param rule its name
    /// @param rows the table rows that it joined
    void ruleFires(String rule, List<ThresholdRow> rows);
}
