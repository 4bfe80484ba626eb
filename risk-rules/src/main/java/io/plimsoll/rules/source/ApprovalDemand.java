package io.plimsoll.rules.source;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/// How many persons have to approve a change at the rule desk, as `ruleset.yaml` says under `approvals`.
///
/// @param needed of any change, from 1
/// @param largeImpact of a change that flips many accounts, if that takes more
public record ApprovalDemand(int needed, Optional<LargeImpact> largeImpact) {

    /// Where nothing is said: one person beside who wrote it.
    public static final ApprovalDemand STANDARD = new ApprovalDemand(1, Optional.empty());

    /// The most that can be asked for.
    public static final int MOST = 9;

    private static final String KEY = "approvals";

    /// What makes an impact large.
    ///
    /// @param accounts the share of accounts that it flips at least, above 0, at most 1
    /// @param needed persons then
    public record LargeImpact(BigDecimal accounts, int needed) {}

    /// How many persons have to approve a change.
    ///
    /// @param flipped the share of accounts that the change calls, liquidates or releases, from 0 to 1
    public int neededFor(BigDecimal flipped) {
        return largeImpact
                .filter(large -> flipped.compareTo(large.accounts()) >= 0)
                .map(large -> Math.max(needed, large.needed()))
                .orElse(needed);
    }

    static ApprovalDemand read(YamlFields manifest) {
        return mapping(manifest, KEY, "approvals: {needed: 2}")
                .map(ApprovalDemand::of)
                .orElse(STANDARD);
    }

    private static ApprovalDemand of(YamlFields fields) {
        fields.allowOnly("needed", "largeImpact");
        int needed = persons(fields, STANDARD.needed());
        return new ApprovalDemand(
                needed,
                mapping(fields, "largeImpact", "largeImpact: {accounts: 1 %, needed: 2}")
                        .flatMap(large -> large(large, needed)));
    }

    private static Optional<LargeImpact> large(YamlFields fields, int needed) {
        fields.allowOnly("accounts", "needed");
        if (fields.requiredText("accounts").isEmpty()
                || fields.requiredText("needed").isEmpty()) {
            return Optional.empty();
        }
        BigDecimal accounts = value(
                fields,
                "accounts",
                ApprovalDemand::share,
                BigDecimal.ONE,
                "must be above 0 % and at most 100 %",
                "1 %");
        return Optional.of(new LargeImpact(accounts, persons(fields, needed)));
    }

    private static int persons(YamlFields fields, int standard) {
        return value(fields, "needed", ApprovalDemand::persons, standard, "must be from 1 to %d".formatted(MOST), "2");
    }

    private static Optional<YamlFields> mapping(YamlFields fields, String key, String example) {
        YamlNode.Field field = fields.node().fields().get(key);
        if (field == null) {
            return Optional.empty();
        }
        if (field.value() instanceof YamlNode.Fields node) {
            return Optional.of(new YamlFields(fields.file(), node, fields.diagnostics()));
        }
        fields.invalid(
                "yaml.shape",
                field.value(),
                "The value of the key (%s) must be a mapping.".formatted(key),
                "Maybe %s.".formatted(example));
        return Optional.empty();
    }

    private static <T> T value(
            YamlFields fields, String key, Function<String, T> reader, T standard, String demand, String example) {
        return fields.textNode(key)
                .map(text -> {
                    try {
                        return reader.apply(text.value());
                    } catch (IllegalArgumentException e) {
                        fields.invalid(
                                "manifest.approvals",
                                text,
                                "The value (%s) of the key (%s) %s.".formatted(text.value(), key, demand),
                                "Maybe %s: %s.".formatted(key, example));
                        return standard;
                    }
                })
                .orElse(standard);
    }

    private static int persons(String written) {
        if (!written.matches("[1-9]")) {
            throw new IllegalArgumentException("A number of persons is one digit.");
        }
        return Integer.parseInt(written);
    }

    private static BigDecimal share(String written) {
        if (!written.endsWith("%")) {
            throw new IllegalArgumentException("A share is a percentage.");
        }
        BigDecimal share = Decimals.parse(
                        written.substring(0, written.length() - 1).strip())
                .movePointLeft(2);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A share is above 0 and at most 1.");
        }
        return share;
    }
}
