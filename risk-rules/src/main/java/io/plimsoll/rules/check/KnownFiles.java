package io.plimsoll.rules.check;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.regex.Pattern;

/// What a rule set consists of. A file in the wrong place would be passed over in silence; it is refused
/// instead.
final class KnownFiles {

    private static final Pattern KNOWN = Pattern.compile("ruleset\\.yaml"
            + "|([^/]+/)?[^/]+\\.md"
            + "|tables/[^/]+\\.(csv|table\\.yaml)"
            + "|(thresholds|actions)/[^/]+\\.drl"
            + "|scenarios/[^/]+\\.yaml");

    private KnownFiles() {}

    static void check(RuleSetSource source, Diagnostics diagnostics) {
        for (String path : source.paths()) {
            if (!KNOWN.matcher(path).matches()) {
                diagnostics.error(
                        "source.unknown-file",
                        path,
                        0,
                        0,
                        "The file has no meaning here.",
                        "Maybe it belongs to thresholds/*.drl, actions/*.drl, tables/*.csv, tables/*.table.yaml or scenarios/*.yaml.");
            } else if (path.endsWith(".md")) {
                // Nobody else reads prose, but every file is kept as text.
                source.text(path, diagnostics);
            }
        }
    }
}
