package io.plimsoll.rules.analysis;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns that rules read by `number("…")` or `text("…")`.
///
/// By name alone: a column counts as read if any rule reads a column of its name, of whatever table.
final class ReadColumns {

    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern READ = Pattern.compile("\\b(?:number|text|date)\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");

    private ReadColumns() {}

    static Set<String> of(RuleSetSource source) {
        Set<String> columns = new TreeSet<>();
        for (String folder : List.of("thresholds", "actions")) {
            for (String path : source.paths(folder, ".drl")) {
                String rules = source.text(path, new Diagnostics()).orElse("");
                Matcher read = READ.matcher(COMMENT.matcher(rules).replaceAll(" "));
                while (read.find()) {
                    columns.add(read.group(1));
                }
            }
        }
        return columns;
    }
}
