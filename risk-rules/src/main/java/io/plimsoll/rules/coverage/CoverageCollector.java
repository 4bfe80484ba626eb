package io.plimsoll.rules.coverage;

import io.plimsoll.model.decision.Decision;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rule.Provenance;
import io.plimsoll.model.rule.SourcePlace;
import io.plimsoll.model.rule.ThresholdRow;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.model.threshold.ThresholdState;
import io.plimsoll.rules.lint.RuleOutline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Adds up what the decisions of scenarios reach.
public final class CoverageCollector {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private static final Comparator<Limit> ORDER =
            Comparator.comparing(Limit::source).thenComparing(Limit::kind).thenComparing(Limit::metric);

    /// What a limit is known by: not its number, so that scenarios count for it whatever the number is today.
    private record Limit(String source, ThresholdKind kind, Metric metric) {}

    /// How many scenarios came near, by side.
    private static final class Sides {
        private BigDecimal limit = BigDecimal.ZERO;
        private int shortOf;
        private int exactly;
        private int beyond;
        private String scenario = "";
        private String scope = "";
    }

    private final List<RuleOutline> rules;
    private final List<ThresholdRow> rows;
    private final Map<SourcePlace, Integer> firings = new HashMap<>();
    private final Map<String, Integer> joins = new HashMap<>();
    private final Map<Limit, Sides> limits = new TreeMap<>(ORDER);

    /// @param rules of the rule set
    /// @param rows of all its tables
    public CoverageCollector(List<RuleOutline> rules, List<ThresholdRow> rows) {
        this.rules = List.copyOf(rules);
        this.rows = rows.stream().map(ThresholdRow::asWritten).distinct().toList();
    }

    /// Counts what a decision reaches.
    ///
    /// @param scenario name of the scenario
    public void add(String scenario, Decision decision) {
        decision.firings().stream()
                .filter(firing -> firing.times() > 0)
                .forEach(firing -> firings.merge(firing.place(), 1, Integer::sum));
        Set<String> joined = new HashSet<>();
        for (ThresholdState state : decision.thresholds()) {
            joined.addAll(rowsOf(state.setBy()));
            limit(scenario, state);
            for (ThresholdState.Overruled overruled : state.overruled()) {
                joined.addAll(rowsOf(overruled.setBy()));
                // Another line holds, so nothing shows on which side of this one the account stands: it is only known.
                limits.computeIfAbsent(key(overruled.threshold(), overruled.setBy()), key -> new Sides()).limit =
                        overruled.threshold().limit();
            }
        }
        decision.actions().forEach(action -> action.chosenBy().forEach(rule -> joined.addAll(rowsOf(rule))));
        joined.forEach(row -> joins.merge(row, 1, Integer::sum));
    }

    private static Collection<String> rowsOf(Provenance provenance) {
        return provenance.rows().stream().map(ThresholdRow::getId).toList();
    }

    private static Limit key(Threshold threshold, Provenance setBy) {
        String source = setBy.rows().isEmpty()
                ? setBy.rule()
                : setBy.rows().stream().map(ThresholdRow::getId).collect(Collectors.joining(" + "));
        return new Limit(source, threshold.kind(), threshold.metric());
    }

    private void limit(String scenario, ThresholdState state) {
        Threshold threshold = state.threshold();
        Ratio observed = state.observed();
        Sides sides = limits.computeIfAbsent(key(threshold, state.setBy()), key -> new Sides());
        sides.limit = threshold.limit();
        if (sides.scenario.isEmpty()) {
            sides.scenario = scenario;
            sides.scope = threshold.scope().id();
        }
        if (observed == null || observed.isUnbounded()) {
            return;
        }
        Ratio distance = threshold.distancePast(observed);
        if (distance.signum() == 0) {
            sides.exactly++;
        } else if (distance.abs().compareTo(near(threshold.limit())) <= 0) {
            sides.shortOf += distance.signum() < 0 ? 1 : 0;
            sides.beyond += distance.signum() > 0 ? 1 : 0;
        }
    }

    private static BigDecimal near(BigDecimal limit) {
        return limit.signum() == 0 ? BigDecimal.ONE : limit.abs().multiply(HUNDREDTH);
    }

    /// What the decisions so far reach.
    public Coverage coverage() {
        List<Coverage.BoundaryReach> boundaries = new ArrayList<>();
        limits.forEach((limit, sides) -> boundaries.add(new Coverage.BoundaryReach(
                limit.source(),
                limit.kind(),
                limit.metric(),
                sides.limit,
                sides.shortOf,
                sides.exactly,
                sides.beyond,
                sides.scenario,
                sides.scope)));
        return new Coverage(
                rules.stream()
                        .map(rule -> {
                            SourcePlace place = new SourcePlace(rule.file(), rule.line());
                            return new Coverage.RuleReach(rule.name(), place, firings.getOrDefault(place, 0));
                        })
                        .toList(),
                rows.stream()
                        .map(row ->
                                new Coverage.RowReach(row.getId(), row.getPlace(), joins.getOrDefault(row.getId(), 0)))
                        .toList(),
                boundaries);
    }
}
