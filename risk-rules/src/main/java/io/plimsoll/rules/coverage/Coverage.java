package io.plimsoll.rules.coverage;

import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;

/// What the scenarios of a rule set reach.
///
/// @param rules every rule, in the order of phases and places
/// @param rows every table row, in the order of tables
/// @param boundaries every limit that a scenario met, in the order of their sources
public record Coverage(List<RuleReach> rules, List<RowReach> rows, List<BoundaryReach> boundaries) {

    /// Keeps the lists as they are given.
    public Coverage {
        rules = List.copyOf(rules);
        rows = List.copyOf(rows);
        boundaries = List.copyOf(boundaries);
    }

    /// Something that scenarios reach or miss.
    public sealed interface Reach {

        /// Its name for people.
        String name();

        /// Whether the scenarios reach all of it.
        boolean isCovered();
    }

    /// A rule.
    ///
    /// @param rule its name
    /// @param place its file and line
    /// @param scenarios in how many scenarios it fired
    public record RuleReach(String rule, SourcePlace place, int scenarios) implements Reach {

        @Override
        public String name() {
            return rule;
        }

        @Override
        public boolean isCovered() {
            return scenarios > 0;
        }
    }

    /// A table row.
    ///
    /// @param row its identifier
    /// @param place its file and line
    /// @param scenarios in how many scenarios a rule joined it
    public record RowReach(String row, SourcePlace place, int scenarios) implements Reach {

        @Override
        public String name() {
            return row;
        }

        @Override
        public boolean isCovered() {
            return scenarios > 0;
        }
    }

    /// A limit, and how many scenarios come near it on either side. Near is within 1 % of the limit, or within 1 if the
    /// limit is 0.
    ///
    /// @param source the rows that the limit comes from, or the rule if it joins none
    /// @param kind what crossing it means
    /// @param metric what is read
    /// @param limit the line, in the unit of the metric
    /// @param shortOf scenarios near it on the safe side
    /// @param exactly scenarios on it
    /// @param beyond scenarios near it on the dangerous side
    /// @param scenario the first scenario whose account has this limit; empty if another always holds
    /// @param scope what the limit watches there
    public record BoundaryReach(
            String source,
            ThresholdKind kind,
            Metric metric,
            BigDecimal limit,
            int shortOf,
            int exactly,
            int beyond,
            String scenario,
            String scope)
            implements Reach {

        @Override
        public String name() {
            return "%s %s on %s".formatted(source, kind, metric);
        }

        @Override
        public boolean isCovered() {
            return shortOf > 0 && exactly > 0 && beyond > 0;
        }
    }
}
