package io.plimsoll.rules.source;

import io.plimsoll.rules.diagnostic.Diagnostics;
import java.util.Map;
import java.util.regex.Pattern;

/// What a rule set may hold at most, checked before any of it is read.
final class SourceLimits {

    private static final int MAX_PATH_LENGTH = 200;

    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,7}");

    private SourceLimits() {}

    static void check(Map<String, byte[]> files, Diagnostics diagnostics) {
        checkCount(files.size(), diagnostics);
        long total = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            checkPath(file.getKey(), diagnostics);
            checkSize(file.getKey(), file.getValue().length, diagnostics);
            total += file.getValue().length;
        }
        checkTotal(total, diagnostics);
    }

    static boolean checkCount(int count, Diagnostics diagnostics) {
        if (count <= RuleSetSource.MAX_FILES) {
            return true;
        }
        diagnostics.error(
                "source.too-many-files",
                ".",
                0,
                0,
                "The rule set has more than %,d files.".formatted(RuleSetSource.MAX_FILES),
                "Maybe the folder is not that of a rule set.");
        return false;
    }

    static boolean checkPath(String path, Diagnostics diagnostics) {
        if (path.length() <= MAX_PATH_LENGTH && PATH.matcher(path).matches()) {
            return true;
        }
        diagnostics.error(
                "source.path",
                path.length() > MAX_PATH_LENGTH ? path.substring(0, MAX_PATH_LENGTH) + "…" : path,
                0,
                0,
                "The path must have at most %d letters, digits and the characters _ . - with / between at most 8 names."
                        .formatted(MAX_PATH_LENGTH),
                "Maybe rename the file.");
        return false;
    }

    static boolean checkSize(String path, long size, Diagnostics diagnostics) {
        if (size <= RuleSetSource.MAX_FILE_BYTES) {
            return true;
        }
        diagnostics.error(
                "source.too-large",
                path,
                0,
                0,
                "The file is too large (%,d bytes); a file of a rule set has at most %,d bytes."
                        .formatted(size, RuleSetSource.MAX_FILE_BYTES),
                "Maybe split it, or move what is not part of the rule set elsewhere.");
        return false;
    }

    static boolean checkTotal(long total, Diagnostics diagnostics) {
        if (total <= RuleSetSource.MAX_TOTAL_BYTES) {
            return true;
        }
        diagnostics.error(
                "source.too-large",
                ".",
                0,
                0,
                "The files are too large together (%,d bytes); a rule set has at most %,d bytes."
                        .formatted(total, RuleSetSource.MAX_TOTAL_BYTES),
                "Maybe move what is not part of the rule set elsewhere.");
        return false;
    }
}
