package io.plimsoll.rules.scenario;

import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.rules.scenario.Standing.Side;
import io.plimsoll.rules.source.YamlFields;
import io.plimsoll.rules.source.YamlNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads where a scenario puts its account: `at: {exactly: MARGIN_CALL}`.
///
/// `shortOf`, `exactly` or `beyond` names the kind of line; `metric` and `scope` say which, if there are several.
final class StandingReader {

    private static final Map<String, Side> SIDES = sides();

    private StandingReader() {}

    private static Map<String, Side> sides() {
        Map<String, Side> sides = new LinkedHashMap<>();
        sides.put("shortOf", Side.SHORT);
        sides.put("exactly", Side.EXACTLY);
        sides.put("beyond", Side.BEYOND);
        return sides;
    }

    /// Empty if the scenario has no `at`, or, with a diagnostic, one that can't be read.
    static Optional<Standing> read(YamlFields scenario) {
        YamlNode.Field at = scenario.node().fields().get("at");
        if (at == null) {
            return Optional.empty();
        }
        if (!(at.value() instanceof YamlNode.Fields node)) {
            scenario.invalid(
                    "yaml.shape",
                    at.value(),
                    "The value of the key (at) must be a mapping.",
                    "Maybe at: {exactly: MARGIN_CALL}.");
            return Optional.empty();
        }
        YamlFields fields = new YamlFields(scenario.file(), node, scenario.diagnostics());
        fields.allowOnly("shortOf", "exactly", "beyond", "metric", "scope");
        List<String> sides = SIDES.keySet().stream()
                .filter(side -> node.fields().containsKey(side))
                .toList();
        if (sides.size() != 1) {
            scenario.invalid(
                    "scenario.at",
                    node,
                    "The account is put on %d sides (%s).".formatted(sides.size(), String.join(", ", sides)),
                    "Maybe write one of shortOf, exactly and beyond.");
            return Optional.empty();
        }
        Optional<ThresholdKind> kind = constant(fields, sides.getFirst(), ThresholdKind.class);
        Optional<Metric> metric = constant(fields, "metric", Metric.class);
        return kind.map(line -> new Standing(
                SIDES.getOrDefault(sides.getFirst(), Side.EXACTLY),
                line,
                metric.orElse(null),
                fields.text("scope").orElse(null)));
    }

    private static <E extends Enum<E>> Optional<E> constant(YamlFields fields, String key, Class<E> type) {
        return fields.textNode(key).flatMap(text -> {
            Optional<E> found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(text.value()))
                    .findFirst();
            if (found.isEmpty()) {
                fields.invalid(
                        "scenario.at",
                        text,
                        "The value (%s) of the key (%s) is unknown.".formatted(text.value(), key),
                        "Maybe one of %s.".formatted(Arrays.toString(type.getEnumConstants())));
            }
            return found;
        });
    }
}
