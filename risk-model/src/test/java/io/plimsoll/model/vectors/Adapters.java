package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which functions of which systems the model answers, each through an adapter that knows the system's units
/// and signs. Adding a system is adding its class here, under the name that its vectors go by: their
/// `system`, or the `suite` of their file (lending's is `collateral`).
final class Adapters {

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
                Map.entry("collateral", LendingVectors.byName()),
                Map.entry("cascade", LiquidationVectors.byName()),
                Map.entry("Synthetix v3 perps-market", new SynthetixVectors().byName()));
    }

    Optional<Function<JsonNode, Map<String, Object>>> find(String system, String fn) {
        return Optional.ofNullable(bySystem.getOrDefault(system, Map.of()).get(fn));
    }

    /// Why a function is left out.
    static String reasonForLeavingOut(String system, String fn) {
        return switch (system) {
            case "Derive v2-core PMRM_2", "portfolio_margin" -> "portfolio margin of options: another issue";
            case "options" -> "prices and Greeks of options: another issue";
            case "var_es" -> "value at risk and expected shortfall: another issue";
            case "rsi" -> "signals are computed outside and come in as facts";
            case "rebalance" -> "rebalancing of other systems: not compared";
            case "cascade" -> "cascades of liquidations: another issue";
            case "Vega protocol" ->
                fn.equals("lognormal_risk_factors")
                        ? "the model takes risk factors as given, and has no normal distribution"
                        : noSuchFunction(fn);
            default -> noSuchFunction(fn);
        };
    }

    private static String noSuchFunction(String fn) {
        return "the model has no function (%s) of this system".formatted(fn);
    }
}
