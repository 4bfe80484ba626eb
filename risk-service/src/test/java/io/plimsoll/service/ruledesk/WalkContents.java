package io.plimsoll.service.ruledesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.CellEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The versions that one walk goes between: `v0` calls at 80 %, `v4` at 76 %. No other walk has the same.
final class WalkContents {

    static final String TABLE = "tables/margin.csv";
    static final String PROSE = "README.md";

    /// The accounts that are looked at have a margin ratio of 0.785: from `v2` on they are called.
    private static final int FIRST_THAT_CALLS = 2;

    private final List<RuleSetSource> versions = new ArrayList<>();
    private final String prose;

    WalkContents(RuleSetSource origin, long walk) {
        this.prose = "Walk %d.".formatted(walk);
        Map<String, byte[]> files = new TreeMap<>();
        origin.paths().forEach(path -> files.put(path, origin.bytes(path).orElseThrow()));
        files.put(PROSE, prose.getBytes(UTF_8));
        RuleSetSource source = RuleSetSource.of(files);
        for (int i = 0; i < 5; i++) {
            versions.add(CellEdit.replace(source, TABLE, 2, "margin_call", (80 - i) + " %"));
        }
    }

    String prose() {
        return prose;
    }

    String table(String name) {
        return version(name).text(TABLE, new Diagnostics()).orElseThrow();
    }

    String digest(String name) {
        return version(name).digest();
    }

    /// The name of a version, or its digest if it is none of these.
    String name(String digest) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).digest().equals(digest)) {
                return "v" + i;
            }
        }
        return digest;
    }

    /// What a review asks for: one person, and two where the accounts are called or released.
    int needed(String content, String base) {
        return number(content) < FIRST_THAT_CALLS == number(base) < FIRST_THAT_CALLS ? 1 : 2;
    }

    /// What comes of moving a change: one side's table, and where both have changed it, one by lot.
    String rebased(String base, String mine, String live, String chosen) {
        if (mine.equals(base)) {
            return live;
        }
        return live.equals(base) || number(chosen) % 2 == 0 ? mine : live;
    }

    private RuleSetSource version(String name) {
        return versions.get(number(name));
    }

    private static int number(String name) {
        return name.charAt(1) - '0';
    }
}
