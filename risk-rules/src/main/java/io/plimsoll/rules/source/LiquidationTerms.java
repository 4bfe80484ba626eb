package io.plimsoll.rules.source;

import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.sizing.LiquidationOrder;
import io.plimsoll.model.sizing.LiquidationPolicy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads how a rule set wants to have liquidated, from `liquidation` in its `ruleset.yaml`. What it leaves
/// out is as in [LiquidationPolicy#STANDARD].
final class LiquidationTerms {

    private static final String KEY = "liquidation";
    private static final String ORDER = "order";
    private static final String INSURANCE_FEE = "insuranceFee";

    private final YamlFields fields;

    private LiquidationTerms(YamlFields fields) {
        this.fields = fields;
    }

    static LiquidationPolicy read(YamlFields manifest) {
        YamlNode.Field terms = manifest.node().fields().get(KEY);
        if (terms == null) {
            return LiquidationPolicy.STANDARD;
        }
        if (!(terms.value() instanceof YamlNode.Fields node)) {
            manifest.invalid(
                    "yaml.shape",
                    terms.value(),
                    "The value of the key (%s) must be a mapping.".formatted(KEY),
                    "Maybe liquidation: {order: LOSERS_FIRST}.");
            return LiquidationPolicy.STANDARD;
        }
        return new LiquidationTerms(new YamlFields(manifest.file(), node, manifest.diagnostics())).policy();
    }

    private LiquidationPolicy policy() {
        fields.allowOnly(ORDER, INSURANCE_FEE);
        LiquidationPolicy standard = LiquidationPolicy.STANDARD;
        return new LiquidationPolicy(
                value(
                        ORDER,
                        LiquidationOrder::valueOf,
                        standard.order(),
                        "must be one of " + orders(),
                        "LARGEST_FIRST"),
                value(
                        INSURANCE_FEE,
                        LiquidationTerms::share,
                        standard.insuranceFee(),
                        "must be from 0 % to 100 %",
                        "0.5 %"));
    }

    private <T> T value(String key, Function<String, T> reader, T standard, String demand, String example) {
        return fields.textNode(key)
                .map(text -> {
                    try {
                        return reader.apply(text.value());
                    } catch (IllegalArgumentException e) {
                        fields.invalid(
                                "manifest.liquidation",
                                text,
                                "The value (%s) of the key (%s) %s.".formatted(text.value(), key, demand),
                                "Maybe %s: %s.".formatted(key, example));
                        return standard;
                    }
                })
                .orElse(standard);
    }

    private static BigDecimal share(String written) {
        if (!written.endsWith("%")) {
            throw new IllegalArgumentException("A share is a percentage.");
        }
        BigDecimal share = Decimals.parse(
                        written.substring(0, written.length() - 1).strip())
                .movePointLeft(2);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A share is from 0 to 1.");
        }
        return share;
    }

    private static String orders() {
        return Arrays.stream(LiquidationOrder.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
