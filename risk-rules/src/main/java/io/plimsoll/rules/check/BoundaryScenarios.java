package io.plimsoll.rules.check;

import io.plimsoll.model.action.TriggeredAction;
import io.plimsoll.model.decision.Decision;
import io.plimsoll.rules.coverage.Coverage.BoundaryReach;
import io.plimsoll.rules.evaluation.EvaluationException;
import io.plimsoll.rules.scenario.Scenario;
import io.plimsoll.rules.scenario.ScenarioRunner;
import io.plimsoll.rules.scenario.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the scenarios that a limit lacks: one step short of it, exactly at it and one step beyond, each pinned to
/// what
/// the rules do there today. They name the line and not its number, so an edit of the number leaves them true.
final class BoundaryScenarios {

    private final CheckedRules rules;
    private final Map<String, Scenario> byName;

    BoundaryScenarios(CheckedRules rules) {
        this.rules = rules;
        this.byName = rules.scenarios().stream()
                .collect(
                        Collectors.toMap(Scenario::name, scenario -> scenario, (first, second) -> first, HashMap::new));
    }

    /// A file of scenarios; empty if nothing lacks. What can't be written is a comment that says why.
    String missing(List<BoundaryReach> boundaries) {
        List<String> entries = new ArrayList<>();
        for (BoundaryReach boundary : boundaries) {
            for (Standing.Side side : Standing.Side.values()) {
                if (reached(boundary, side) == 0) {
                    entries.add(entry(boundary, side));
                }
            }
        }
        return entries.isEmpty() ? "" : "scenarios:\n" + String.join("\n", entries);
    }

    private static int reached(BoundaryReach boundary, Standing.Side side) {
        return switch (side) {
            case SHORT -> boundary.shortOf();
            case EXACTLY -> boundary.exactly();
            case BEYOND -> boundary.beyond();
        };
    }

    private String entry(BoundaryReach boundary, Standing.Side side) {
        String name = "%s, %s".formatted(boundary.name(), words(side));
        return Optional.ofNullable(byName.get(boundary.scenario()))
                .map(like -> entry(boundary, side, name, like))
                .orElseGet(() -> "  # %s: a more conservative line holds wherever this one is drawn%n".formatted(name));
    }

    private String entry(BoundaryReach boundary, Standing.Side side, String name, Scenario like) {
        Standing at = new Standing(side, boundary.kind(), boundary.metric(), boundary.scope());
        Scenario scenario = new Scenario(name, like.file(), like.line(), like.given(), at, like.expect());
        try {
            Decision decision = rules.version().evaluate(ScenarioRunner.snapshot(scenario, rules.version()::evaluate));
            return """
                      - name: %s
                        like: %s
                        at: {%s: %s, metric: %s, scope: %s}
                        expect:
                          actions: [%s]
                    """.indent(0).formatted(
                    quoted(name),
                    quoted(like.name()),
                    key(side),
                    boundary.kind(),
                    boundary.metric(),
                    quoted(boundary.scope()),
                    decision.actions().stream().map(BoundaryScenarios::pinned).collect(Collectors.joining(", ")));
        } catch (EvaluationException e) {
            return "  # %s: %s%n".formatted(name, e.getMessage());
        }
    }

    private static String pinned(TriggeredAction action) {
        return "{type: %s, scope: {type: %s, id: %s}}"
                .formatted(
                        action.action().type(),
                        action.action().scope().type(),
                        quoted(action.action().scope().id()));
    }

    private static String quoted(String text) {
        return "\"%s\"".formatted(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static String key(Standing.Side side) {
        return switch (side) {
            case SHORT -> "shortOf";
            case EXACTLY -> "exactly";
            case BEYOND -> "beyond";
        };
    }

    private static String words(Standing.Side side) {
        return switch (side) {
            case SHORT -> "one step short";
            case EXACTLY -> "exactly";
            case BEYOND -> "one step beyond";
        };
    }
}
