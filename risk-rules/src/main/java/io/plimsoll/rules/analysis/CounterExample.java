package io.plimsoll.rules.analysis;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.snapshot.Snapshot;
import java.util.List;

/// An account that shows a finding. [ExampleScenarios] writes it as a scenario.
///
/// @param name of the scenario
/// @param why what the account shows
/// @param snapshot the account; evaluating it shows the finding
/// @param table the table that the finding is about
/// @param rows where the rows of that table stand that rules see for this account, in order; none in a gap
public record CounterExample(String name, String why, Snapshot snapshot, String table, List<SourcePlace> rows) {

    /// Keeps the rows as they are given.
    public CounterExample {
        rows = List.copyOf(rows);
    }
}
