package io.plimsoll.rules.source;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How much of a rule set its scenarios have to reach, as `ruleset.yaml` says under `gates`.
///
/// @param of what is reached
/// @param share from 0 to 1
/// @param written the share as written
/// @param line where it is written, counted from 1
/// @param column where it is written, counted from 1
public record CoverageDemand(Of of, BigDecimal share, String written, int line, int column) {

    /// What scenarios reach.
    public enum Of {
        /// Rules that fire.
        RULES,
        /// Table rows that a rule joins.
        ROWS,
        /// Limits, from both sides and exactly.
        BOUNDARIES;

        /// The key in `ruleset.yaml`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<CoverageDemand> read(YamlFields manifest) {
        YamlNode.Field gates = manifest.node().fields().get("gates");
        if (gates == null) {
            return List.of();
        }
        if (!(gates.value() instanceof YamlNode.Fields node)) {
            manifest.invalid(
                    "yaml.shape",
                    gates.value(),
                    "The value of the key (gates) must be a mapping.",
                    "Maybe gates: {rules: 100 %}.");
            return List.of();
        }
        YamlFields fields = new YamlFields(manifest.file(), node, manifest.diagnostics());
        fields.allowOnly(Of.RULES.key(), Of.ROWS.key(), Of.BOUNDARIES.key());
        List<CoverageDemand> demands = new ArrayList<>();
        for (Of of : Of.values()) {
            fields.textNode(of.key()).ifPresent(text -> {
                try {
                    demands.add(new CoverageDemand(of, share(text.value()), text.value(), text.line(), text.column()));
                } catch (IllegalArgumentException e) {
                    fields.invalid(
                            "manifest.gate",
                            text,
                            "The share (%s) of the gate (%s) must be from 0 %% to 100 %%."
                                    .formatted(text.value(), of.key()),
                            "Maybe 100 %.");
                }
            });
        }
        return demands;
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
}
