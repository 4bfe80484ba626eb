package io.plimsoll.service.ruledesk;

import io.plimsoll.service.rulesets.RuleSetCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// A service that is edited at the desk, beginning with a copy of `rules/standard` under a name of its own:
/// all tests share a database.
final class DeskFolder {

    private DeskFolder() {}

    /// A folder with a rule set of this name.
    static RuleSetCopy named(String name) {
        RuleSetCopy copy = RuleSetCopy.inTemporaryFolder();
        try {
            copy.edit("ruleset.yaml", "name: standard", "name: " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    static Map<String, String> settings(String name) {
        return Map.of(
                "plimsoll.rules.source", "desk",
                "plimsoll.rules.folder", named(name).folder().toString(),
                "plimsoll.desk.tick", "100ms",
                "plimsoll.desk.warm", "2",
                "plimsoll.desk.break-glass", "6s");
    }
}
