package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Which functions of which systems the model answers, each through an adapter that knows the system's units
/// and signs. Adding a system is adding its class here, under the name that its vectors go by: their
/// `system`, or the `suite` of their file (lending's is `collateral`).
final class Adapters {

    /// Why functions are left out, by system, or by system and function.
    static final Map<String, String> REASONS = Map.of(
            "Derive v2-core PMRM_2", "the model has no portfolio margin of options",
            "portfolio_margin", "the model has no portfolio margin of options",
            "options", "the model prices no options",
            "var_es", "the model has no value at risk and no expected shortfall",
            "rsi", "signals are computed outside and come in as facts",
            "rebalance", "rebalancing of other systems is not compared",
            "cascade", "the model has no market that its liquidations move",
            "Vega protocol lognormal_risk_factors", "risk factors are given: the model has no normal distribution");

    private final Map<String, Map<String, Function<JsonNode, Map<String, Object>>>> bySystem;

    /// @param brackets margin brackets by symbol; see [VectorFolder#brackets()]
    Adapters(JsonNode brackets) {
        bySystem = Map.ofEntries(
                Map.entry("dYdX v4-chain", new DydxVectors().byName()),
                Map.entry("dYdX docs", new DocsVectors().byName()),
                Map.entry("GitHub issues", new DocsVectors().byName()),
                Map.entry("Drift protocol-v2", new DriftVectors().byName()),
                Map.entry("Derive v2-core auction", new DeriveAuctionVectors().byName()),
                Map.entry("freqtrade", new FreqtradeVectors().byName()),
                Map.entry("derived (Binance tier data)", new BracketVectors(brackets).byName()),
                Map.entry("Vega protocol", new VegaVectors().byName()),
                Map.entry("QuantConnect LEAN", new LeanVectors().byName()),
                Map.entry("NautilusTrader", new NautilusVectors().byName()),
                Map.entry("Mango v4", new MangoVectors().byName()),
                Map.entry("collateral", collateral()),
                Map.entry("cascade", LiquidationVectors.byName()),
                Map.entry("Synthetix v3 perps-market", new SynthetixVectors().byName()));
    }

    Optional<Function<JsonNode, Map<String, Object>>> find(String system, String fn) {
        return Optional.ofNullable(bySystem.getOrDefault(system, Map.of()).get(fn));
    }

    /// The functions that are answered, by system.
    Map<String, Set<String>> functions() {
        Map<String, Set<String>> functions = new TreeMap<>();
        bySystem.forEach((system, byName) -> functions.put(system, new TreeSet<>(byName.keySet())));
        return functions;
    }

    /// Why a function is left out.
    static String reasonForLeavingOut(String system, String fn) {
        String systems = REASONS.getOrDefault(system, "the model has no function (%s) of this system".formatted(fn));
        return REASONS.getOrDefault(system + " " + fn, systems);
    }

    private static Map<String, Function<JsonNode, Map<String, Object>>> collateral() {
        Map<String, Function<JsonNode, Map<String, Object>>> functions = new HashMap<>(LendingVectors.byName());
        functions.putAll(new CollateralDriftVectors().byName());
        functions.putAll(new CollateralMarginVectors().byName());
        return functions;
    }
}
