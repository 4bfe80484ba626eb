package io.plimsoll.rules.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the rules of a phase may name: facts to match, types whose constants may be used, and one sink.
///
/// Names, not classes: the linter loads nothing.
///
/// @param phase whose rules
/// @param facts fully qualified names by simple name
/// @param constants fully qualified names of types whose constants may be used, by simple name
/// @param sinkType fully qualified name of the sink
/// @param sinkMethods what may be called on the sink
record FactCatalogue(
        Phase phase,
        Map<String, String> facts,
        Map<String, String> constants,
        String sinkType,
        Set<String> sinkMethods) {

    private static final String MODEL = "io.plimsoll.model.";

    private static final Set<String> THRESHOLD_FACTS = Set.of(
            MODEL + "account.Account",
            MODEL + "account.Position",
            MODEL + "account.Balance",
            MODEL + "account.AllocationTarget",
            MODEL + "instrument.Instrument",
            MODEL + "instrument.CollateralAsset",
            MODEL + "market.Signal",
            MODEL + "rule.ThresholdRow");

    private static final Set<String> ACTION_FACTS =
            Set.of(MODEL + "market.Mark", MODEL + "threshold.Breach", MODEL + "margin.AccountRisk");

    private static final Set<String> THRESHOLD_CONSTANTS = Set.of(
            MODEL + "account.MarginMode",
            MODEL + "account.Holding",
            MODEL + "instrument.InstrumentType",
            MODEL + "threshold.ThresholdKind",
            MODEL + "threshold.Metric",
            MODEL + "threshold.Comparison",
            "java.math.BigDecimal");

    private static final Set<String> ACTION_CONSTANTS =
            Set.of(MODEL + "action.Destination", MODEL + "threshold.ScopeType");

    private static final FactCatalogue THRESHOLDS = new FactCatalogue(
            Phase.THRESHOLDS,
            bySimpleName(THRESHOLD_FACTS, Set.of()),
            bySimpleName(THRESHOLD_CONSTANTS, Set.of()),
            MODEL + "threshold.ThresholdSink",
            Set.of("set", "ramp"));

    private static final FactCatalogue ACTIONS = new FactCatalogue(
            Phase.ACTIONS,
            bySimpleName(THRESHOLD_FACTS, ACTION_FACTS),
            bySimpleName(THRESHOLD_CONSTANTS, ACTION_CONSTANTS),
            MODEL + "action.ActionSink",
            Set.of(
                    "marginCall",
                    "liquidate",
                    "liquidateCollateral",
                    "reduceLeverage",
                    "closePosition",
                    "restrictTrading",
                    "rebalance",
                    "alert"));

    /// The catalogue of a phase.
    static FactCatalogue of(Phase phase) {
        return switch (phase) {
            case THRESHOLDS -> THRESHOLDS;
            case ACTIONS -> ACTIONS;
        };
    }

    /// The name of the sink's global, which is that of the phase.
    String sink() {
        return phase.folder();
    }

    /// The fully qualified name of a type that may be imported, by its simple name.
    Optional<String> importable(String simpleName) {
        if (simpleNameOf(sinkType).equals(simpleName)) {
            return Optional.of(sinkType);
        }
        return Optional.ofNullable(facts.get(simpleName)).or(() -> Optional.ofNullable(constants.get(simpleName)));
    }

    /// The simple names of all types that may be imported.
    Set<String> importableNames() {
        return Stream.of(facts.keySet(), constants.keySet(), Set.of(simpleNameOf(sinkType)))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether only the rules of the later phase may name this type.
    boolean isOfLaterPhase(String simpleName) {
        return phase == Phase.THRESHOLDS
                && importable(simpleName).isEmpty()
                && ACTIONS.importable(simpleName).isPresent();
    }

    /// The simple names of all facts, for a remedy.
    String factNames() {
        return String.join(", ", new TreeSet<>(facts.keySet()));
    }

    /// The simple names of all types whose constants may be used, for a remedy.
    String constantNames() {
        return String.join(", ", new TreeSet<>(constants.keySet()));
    }

    static String simpleNameOf(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static Map<String, String> bySimpleName(Set<String> types, Set<String> moreTypes) {
        return Stream.concat(types.stream(), moreTypes.stream())
                .collect(Collectors.toUnmodifiableMap(FactCatalogue::simpleNameOf, type -> type));
    }
}
