package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.lending.AssetLiquidation;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.lending.CursorIncentive;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.lending.Pledge;
import io.plimsoll.model.lending.PreLiquidation;
import io.plimsoll.model.lending.PreLiquidation.Rise;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The functions of liquidations on loans that the shared vectors of cascades state figures for, each
/// answered by the model as in [LendingVectors]. A figure that is not there is expected to be null.
final class LiquidationVectors {

    private LiquidationVectors() {}

    static Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        return Map.of(
                "repay_to_target_hf", LiquidationVectors::repayToTarget,
                "toxic_threshold", LiquidationVectors::toxicThreshold,
                "morpho_lif", LiquidationVectors::incentive,
                "morpho_pre", LiquidationVectors::preLiquidation,
                "bad_debt", LiquidationVectors::badDebt,
                "hf_to_shock", LiquidationVectors::fallToLiquidation);
    }

    // The vectors give a bonus with its 1.
    private static Map<String, Object> repayToTarget(JsonNode inputs) {
        Pledge pledge = new Pledge(ratio(inputs, "collateral"), Ratio.ZERO, ratio(inputs, "lt"));
        LendingState before = LendingState.of(List.of(pledge), ratio(inputs, "debt"));
        AssetLiquidation liquidation = new AssetLiquidation(before, pledge, bonus(inputs));
        Optional<Ratio> repay = liquidation.repayToReach(number(inputs, "target"));
        Map<String, Object> figures = new HashMap<>();
        repay.ifPresent(amount -> {
            figures.put("repay", amount);
            figures.put("hf_after", liquidation.after(amount).healthFactor());
        });
        return figures;
    }

    private static Map<String, Object> toxicThreshold(JsonNode inputs) {
        CollateralTerms terms = new CollateralTerms(BigDecimal.ZERO, number(inputs, "lt"), bonus(inputs));
        return Map.of("max_ltv_before_toxic", terms.toxicLtv());
    }

    private static Map<String, Object> incentive(JsonNode inputs) {
        CursorIncentive morpho = new CursorIncentive(new BigDecimal("0.3"), new BigDecimal("1.15"));
        return Map.of("value", morpho.factor(number(inputs, "lltv")));
    }

    private static Map<String, Object> preLiquidation(JsonNode inputs) {
        PreLiquidation early = new PreLiquidation(
                number(inputs, "pre_lltv"),
                number(inputs, "lltv"),
                new Rise(number(inputs, "lcf1"), number(inputs, "lcf2")),
                new Rise(number(inputs, "lif1"), number(inputs, "lif2")));
        Ratio ltv = ratio(inputs, "ltv");
        return Map.of("lcf", early.closeFactorAt(ltv), "lif", early.incentiveAt(ltv));
    }

    private static Map<String, Object> badDebt(JsonNode inputs) {
        Ratio total = Ratio.ZERO;
        int count = 0;
        for (JsonNode position : inputs.path("positions")) {
            Ratio collateral = Ratio.of(new BigDecimal(position.path(0).asText()));
            Ratio debt = Ratio.of(new BigDecimal(position.path(1).asText()));
            Ratio bad = new LendingState(collateral, Ratio.ZERO, Ratio.ZERO, debt).badDebt();
            total = total.plus(bad);
            count += bad.signum();
        }
        return Map.of("total", total, "count", Ratio.of(BigDecimal.valueOf(count)));
    }

    private static Map<String, Object> fallToLiquidation(JsonNode inputs) {
        Ratio covered = ratio(inputs, "hf");
        LendingState account = new LendingState(covered, covered, covered, Ratio.of(BigDecimal.ONE));
        return account.fallToLiquidation()
                .<Map<String, Object>>map(fall -> Map.of("value", fall))
                .orElse(Map.of());
    }

    private static BigDecimal bonus(JsonNode inputs) {
        return number(inputs, "bonus").subtract(BigDecimal.ONE);
    }

    private static Ratio ratio(JsonNode inputs, String name) {
        return Ratio.of(number(inputs, name));
    }

    private static BigDecimal number(JsonNode inputs, String name) {
        return new BigDecimal(inputs.path(name).asText());
    }
}
