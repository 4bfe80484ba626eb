package io.plimsoll.rules.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Makes rule sets from texts.
public final class Sources {

    private Sources() {}

    /// A rule set of paths and texts, in turn.
    public static RuleSetSource of(String... pathsAndTexts) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return RuleSetSource.of(files);
    }
}
