package io.plimsoll.rules.source;

import io.plimsoll.model.lending.CloseFactor;
import io.plimsoll.model.lending.LeastRemainder;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.sizing.LendingPolicy;
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
    private static final String CLOSE_FACTOR = "closeFactor";
    private static final String WHOLE_UP_TO_HEALTH = "wholeUpToHealth";
    private static final String WHOLE_BELOW_VALUE = "wholeBelowValue";
    private static final String LEAST_REMAINDER = "leastRemainder";

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
        fields.allowOnly(ORDER, INSURANCE_FEE, CLOSE_FACTOR, WHOLE_UP_TO_HEALTH, WHOLE_BELOW_VALUE, LEAST_REMAINDER);
        LiquidationPolicy standard = LiquidationPolicy.STANDARD;
        return new LiquidationPolicy(
                value(
                        ORDER,
                        LiquidationOrder::valueOf,
                        standard.order(),
                        "must be one of " + orders(),
                        "LARGEST_FIRST"),
                share(INSURANCE_FEE, standard.insuranceFee(), "0.5 %"),
                lending(standard.lending()));
    }

    private LendingPolicy lending(LendingPolicy standard) {
        CloseFactor closeFactor = standard.closeFactor();
        return new LendingPolicy(
                new CloseFactor(
                        share(CLOSE_FACTOR, closeFactor.defaultShare(), "50 %"),
                        amount(WHOLE_UP_TO_HEALTH, closeFactor.wholeUpToHealth(), "0.95"),
                        amount(WHOLE_BELOW_VALUE, closeFactor.wholeBelowValue(), "2000")),
                new LeastRemainder(
                        amount(LEAST_REMAINDER, standard.leastRemainder().value(), "1000")));
    }

    private BigDecimal share(String key, BigDecimal standard, String example) {
        return value(key, LiquidationTerms::share, standard, "must be from 0 % to 100 %", example);
    }

    private BigDecimal amount(String key, BigDecimal standard, String example) {
        return value(key, LiquidationTerms::amount, standard, "must be a number of 0 or above", example);
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

    private static BigDecimal amount(String written) {
        BigDecimal amount = Decimals.parse(written);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An amount is not negative.");
        }
        return amount;
    }

    private static String orders() {
        return Arrays.stream(LiquidationOrder.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
