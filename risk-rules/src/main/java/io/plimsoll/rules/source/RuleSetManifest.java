package io.plimsoll.rules.source;

import io.plimsoll.model.guard.GuardSettings;
import io.plimsoll.model.sizing.LiquidationPolicy;
import io.plimsoll.model.sizing.RebalancePolicy;
import io.plimsoll.rules.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What `ruleset.yaml` says about a rule set: whose it is, what it may do, and what belongs to it.
///
/// @param name a short identifier
/// @param owner who answers for it
/// @param description the intent in a sentence
/// @param emits the kinds of action it may emit, a subset of [#ACTION_TYPES]
/// @param requires the kinds of threshold that every account with positions must get, as written
/// @param liquidation how it wants to have liquidated
/// @param rebalancing how it wants to have rebalanced
/// @param actionGuards when actions of the live book are withheld
/// @param gates how much of it its scenarios have to reach
/// @param approvals how many persons have to approve a change of it at the rule desk
/// @param scenarios paths of the scenarios that gate it, in the order of the manifest
public record RuleSetManifest(
        String name,
        String owner,
        String description,
        SortedSet<String> emits,
        SortedSet<String> requires,
        LiquidationPolicy liquidation,
        RebalancePolicy rebalancing,
        GuardSettings actionGuards,
        List<CoverageDemand> gates,
        ApprovalDemand approvals,
        List<String> scenarios) {

    /// The manifest's path.
    public static final String FILE = "ruleset.yaml";

    /// The kinds of action that a rule set can emit.
    public static final Set<String> ACTION_TYPES = new TreeSet<>(Set.of(
            "marginCall",
            "liquidation",
            "collateralLiquidation",
            "reduceLeverage",
            "closePosition",
            "restrictTrading",
            "rebalance",
            "alert"));

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final int MAX_TEXT_LENGTH = 1_000;

    /// Reads the manifest, and holds it against the files: every scenario that it names exists, and every
    /// scenario that exists is named.
    ///
    /// @return empty, with diagnostics, if there is no readable manifest
    public static Optional<RuleSetManifest> read(RuleSetSource source, Diagnostics diagnostics) {
        return YamlReader.read(source, FILE, diagnostics)
                .map(node -> read(source, new YamlFields(FILE, node, diagnostics)));
    }

    private static RuleSetManifest read(RuleSetSource source, YamlFields fields) {
        // The guards are read with the tables, by whose columns they are written.
        fields.allowOnly(
                "name",
                "owner",
                "description",
                "emits",
                "requires",
                "liquidation",
                "rebalancing",
                "actionGuards",
                "gates",
                "approvals",
                "guards",
                "scenarios");
        return new RuleSetManifest(
                name(fields),
                shortText(fields, "owner"),
                shortText(fields, "description"),
                emits(fields),
                requires(fields),
                LiquidationTerms.read(fields),
                RebalancingTerms.read(fields),
                ActionGuardTerms.read(fields),
                CoverageDemand.read(fields),
                ApprovalDemand.read(fields),
                scenarios(source, fields));
    }

    private static String name(YamlFields fields) {
        String name = fields.requiredText("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            fields.textNode("name")
                    .ifPresent(place -> fields.invalid(
                            "manifest.name",
                            place,
                            "The name (%s) must be 1 to 64 small letters, digits and dashes.".formatted(name),
                            "Maybe \"standard\"."));
        }
        return name;
    }

    private static String shortText(YamlFields fields, String key) {
        String text = fields.requiredText(key);
        if (text.length() > MAX_TEXT_LENGTH) {
            fields.textNode(key)
                    .ifPresent(place -> fields.invalid(
                            "manifest.text",
                            place,
                            "The %s has more than %,d characters.".formatted(key, MAX_TEXT_LENGTH),
                            "Maybe say the rest in README.md."));
        }
        return text;
    }

    private static SortedSet<String> emits(YamlFields fields) {
        if (!fields.node().fields().containsKey("emits")) {
            fields.missing("emits");
        }
        SortedSet<String> types = new TreeSet<>();
        for (YamlNode.Text type : fields.texts("emits")) {
            if (ACTION_TYPES.contains(type.value())) {
                types.add(type.value());
            } else {
                fields.invalid(
                        "manifest.emits",
                        type,
                        "The action type (%s) is unknown.".formatted(type.value()),
                        "Maybe one of %s.".formatted(String.join(", ", ACTION_TYPES)));
            }
        }
        return types;
    }

    private static SortedSet<String> requires(YamlFields fields) {
        SortedSet<String> kinds = new TreeSet<>();
        for (YamlNode.Text kind : fields.texts("requires")) {
            if (KIND.matcher(kind.value()).matches()) {
                kinds.add(kind.value());
            } else {
                fields.invalid(
                        "manifest.requires",
                        kind,
                        "The threshold kind (%s) must be written in capitals.".formatted(kind.value()),
                        "Maybe MARGIN_CALL.");
            }
        }
        return kinds;
    }

    private static List<String> scenarios(RuleSetSource source, YamlFields fields) {
        List<String> onDisk = source.paths("scenarios", ".yaml");
        List<String> scenarios = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode.Text scenario : fields.texts("scenarios")) {
            String path = scenario.value();
            if (!onDisk.contains(path)) {
                fields.invalid(
                        "manifest.missing-scenario",
                        scenario,
                        "The scenario file (%s) does not exist.".formatted(path),
                        "Maybe one of %s.".formatted(onDisk));
            } else if (!seen.add(path)) {
                fields.invalid(
                        "manifest.duplicate-scenario",
                        scenario,
                        "The scenario file (%s) is listed a second time.".formatted(path),
                        "Maybe remove the line.");
            } else {
                scenarios.add(path);
            }
        }
        onDisk.stream().filter(path -> !seen.contains(path)).forEach(path -> unlisted(path, fields.diagnostics()));
        return List.copyOf(scenarios);
    }

    private static void unlisted(String path, Diagnostics diagnostics) {
        diagnostics.error(
                "manifest.unlisted-scenario",
                path,
                0,
                0,
                "The scenario is not listed in %s, so it would never run.".formatted(FILE),
                "Maybe add \"- %s\" to its scenarios.".formatted(path));
    }
}
