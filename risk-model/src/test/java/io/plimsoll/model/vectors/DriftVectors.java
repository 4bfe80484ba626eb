package io.plimsoll.model.vectors;

import static io.plimsoll.model.vectors.Inputs.number;
import static io.plimsoll.model.vectors.Inputs.scaled;
import static io.plimsoll.model.vectors.Inputs.whole;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.model.liquidation.CollateralSwap;
import io.plimsoll.model.liquidation.FreeableShare;
import io.plimsoll.model.liquidation.GrowingFee;
import io.plimsoll.model.liquidation.LiabilityCover;
import io.plimsoll.model.liquidation.LossSharing;
import io.plimsoll.model.liquidation.PerpetualCover;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Drift v2's liquidations. Amounts are whole numbers: quote and prices of 10^-6, base of 10^-9, margin
/// ratios and weights of 10^-4, fees and multipliers of 10^-6, tokens of their own decimals. Divisions cut
/// off. Its weights and margin requirements are in [DriftWeightVectors].
final class DriftVectors {

    private static final int QUOTE = 6;
    private static final int BASE = 9;
    private static final int RATE = 4;
    private static final int INDEX = 10;
    private static final int FUNDING = 9;
    private static final BigDecimal ALL_OF_A_POSITION = new BigDecimal("18446744073709551615");
    private static final BigDecimal ALL_OF_A_BALANCE = new BigDecimal("340282366920938463463374607431768211455");
    private static final BigDecimal SMALL_SHORTAGE = new BigDecimal("50");
    private static final long GRACE_SLOTS = 1500;
    private static final Rounding MONEY = cut(QUOTE);

    Map<String, Function<JsonNode, Map<String, Object>>> byName() {
        Map<String, Function<JsonNode, Map<String, Object>>> functions =
                new HashMap<>(new DriftWeightVectors().byName());
        functions.put("size_to_cover_margin_shortage", this::sizeToCover);
        functions.put("perp_if_fee", this::perpetualFundFee);
        functions.put("liability_transfer_to_cover_margin_shortage", this::liabilityToCover);
        functions.put("spot_if_fee", this::spotFundFee);
        functions.put("liability_transfer_implied_by_asset", this::impliedLiability);
        functions.put("asset_transfer_for_liability", this::assetForLiability);
        functions.put("swap_within_liquidation_boundaries", this::isSwapWithin);
        functions.put("bankruptcy_funding_rate_delta", this::fundingRateDelta);
        functions.put("bankruptcy_deposit_interest_delta", this::depositInterestDelta);
        functions.put("max_pct_to_liquidate", this::maxShare);
        functions.put("liquidation_fee", this::fee);
        return functions;
    }

    private Map<String, Object> sizeToCover(JsonNode inputs) {
        return Map.of(
                "base_asset_amount",
                perpetual(inputs)
                        .size(
                                scaled(inputs, "margin_shortage", QUOTE),
                                scaled(inputs, "if_liquidation_fee", QUOTE),
                                cut(BASE))
                        .map(size -> units(size, BASE))
                        .orElse(Ratio.of(ALL_OF_A_POSITION)));
    }

    private Map<String, Object> perpetualFundFee(JsonNode inputs) {
        BigDecimal fee = perpetual(inputs)
                .fundFee(
                        scaled(inputs, "margin_shortage", QUOTE),
                        scaled(inputs, "base_asset_amount", BASE),
                        scaled(inputs, "max_if_liquidation_fee", QUOTE));
        return Map.of("fee", units(Ratio.of(fee), QUOTE));
    }

    private static PerpetualCover perpetual(JsonNode inputs) {
        return new PerpetualCover(
                scaled(inputs, "oracle_price", QUOTE),
                scaled(inputs, "quote_oracle_price", QUOTE),
                scaled(inputs, "margin_ratio", RATE),
                scaled(inputs, "liquidator_fee", QUOTE),
                MONEY);
    }

    private Map<String, Object> liabilityToCover(JsonNode inputs) {
        int decimals = whole(inputs, "liability_decimals");
        return Map.of(
                "liability_transfer",
                liability(inputs)
                        .transfer(
                                scaled(inputs, "margin_shortage", QUOTE),
                                scaled(inputs, "if_liquidation_fee", QUOTE),
                                cut(RATE + 1),
                                MONEY,
                                cut(decimals))
                        .map(amount -> units(amount, decimals))
                        .orElse(Ratio.of(ALL_OF_A_BALANCE)));
    }

    private Map<String, Object> spotFundFee(JsonNode inputs) {
        BigDecimal fee = liability(inputs)
                .fundFee(
                        scaled(inputs, "margin_shortage", QUOTE),
                        scaled(inputs, "token_amount", whole(inputs, "liability_decimals")),
                        scaled(inputs, "max_if_fee", QUOTE),
                        MONEY);
        return Map.of("fee", units(Ratio.of(fee), QUOTE));
    }

    private static LiabilityCover liability(JsonNode inputs) {
        return new LiabilityCover(
                scaled(inputs, "asset_weight", RATE),
                scaled(inputs, "liability_weight", RATE),
                scaled(inputs, "asset_liquidation_multiplier", QUOTE),
                scaled(inputs, "liability_liquidation_multiplier", QUOTE),
                scaled(inputs, "liability_price", QUOTE));
    }

    private Map<String, Object> impliedLiability(JsonNode inputs) {
        int decimals = whole(inputs, "liability_decimals");
        BigDecimal asset = scaled(inputs, "asset_amount", whole(inputs, "asset_decimals"));
        Ratio liability = swap(inputs).liabilityFor(asset, Rounding.up(step(decimals)));
        return Map.of("liability_transfer", units(liability, decimals));
    }

    // Drift means dust of a dollar, but brings the collateral's decimals in the wrong way round: what it compares with
    // is 10^(12 − 2·decimals) dollars, a dollar for 6 decimals only.
    private Map<String, Object> assetForLiability(JsonNode inputs) {
        int decimals = whole(inputs, "asset_decimals");
        Ratio asset = swap(inputs)
                .assetFor(
                        scaled(inputs, "liability_amount", whole(inputs, "liability_decimals")),
                        scaled(inputs, "asset_amount", decimals),
                        step(2 * (decimals - QUOTE)),
                        cut(decimals));
        return Map.of("asset_transfer", units(asset, decimals));
    }

    private Map<String, Object> isSwapWithin(JsonNode inputs) {
        return Map.of(
                "ok",
                swap(inputs)
                        .isWithin(
                                scaled(inputs, "asset_transfer", whole(inputs, "asset_decimals")),
                                scaled(inputs, "liability_transfer", whole(inputs, "liability_decimals")),
                                MONEY));
    }

    private static CollateralSwap swap(JsonNode inputs) {
        return new CollateralSwap(
                scaled(inputs, "asset_price", QUOTE),
                scaled(inputs, "asset_liquidation_multiplier", QUOTE),
                scaled(inputs, "liability_price", QUOTE),
                scaled(inputs, "liability_liquidation_multiplier", QUOTE));
    }

    private Map<String, Object> fundingRateDelta(JsonNode inputs) {
        BigDecimal total = scaled(inputs, "base_asset_amount_long", BASE)
                .abs()
                .add(scaled(inputs, "base_asset_amount_short", BASE).abs());
        Ratio each = LossSharing.perUnit(scaled(inputs, "loss", QUOTE), total, Rounding.up(step(QUOTE)));
        return Map.of("cumulative_funding_rate_delta", units(each, FUNDING));
    }

    private Map<String, Object> depositInterestDelta(JsonNode inputs) {
        int decimals = whole(inputs, "decimals");
        BigDecimal index = scaled(inputs, "cumulative_deposit_interest", INDEX);
        BigDecimal deposits =
                cut(decimals).decimal(scaled(inputs, "deposit_balance", BASE).multiply(index));
        Ratio fall =
                LossSharing.indexFall(index, scaled(inputs, "borrow", decimals), deposits, Rounding.up(step(INDEX)));
        return Map.of("delta", units(fall, INDEX));
    }

    private Map<String, Object> maxShare(JsonNode inputs) {
        FreeableShare share = new FreeableShare(
                scaled(inputs, "initial_pct_to_liquidate", RATE),
                number(inputs, "liquidation_duration").longValueExact(),
                SMALL_SHORTAGE,
                cut(RATE),
                MONEY);
        BigDecimal freeable = share.of(
                scaled(inputs, "margin_shortage", QUOTE),
                scaled(inputs, "liquidation_margin_freed", QUOTE),
                elapsed(inputs));
        return Map.of("pct", units(Ratio.of(freeable), RATE));
    }

    private Map<String, Object> fee(JsonNode inputs) {
        GrowingFee fee = new GrowingFee(
                scaled(inputs, "base_fee", QUOTE), scaled(inputs, "max_fee", QUOTE), GRACE_SLOTS, step(QUOTE));
        return Map.of("fee", units(Ratio.of(fee.at(elapsed(inputs))), QUOTE));
    }

    private static long elapsed(JsonNode inputs) {
        return number(inputs, "slot")
                .subtract(number(inputs, "last_active_slot"))
                .longValueExact();
    }

    static Rounding cut(int decimals) {
        return Rounding.truncated(step(decimals));
    }

    static BigDecimal step(int decimals) {
        return BigDecimal.ONE.scaleByPowerOfTen(-decimals);
    }

    static Ratio units(Ratio amount, int decimals) {
        return amount.dividedBy(step(decimals));
    }
}
