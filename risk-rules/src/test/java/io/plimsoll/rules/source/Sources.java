package io.plimsoll.rules.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Makes rule sets from texts.
public final class Sources {

    /// The folder of the rule set that ships.
    public static final Path STANDARD = Path.of("..", "rules", "standard");

    private Sources() {}

    /// A rule set of paths and texts, in turn.
    public static RuleSetSource of(String... pathsAndTexts) {
        return RuleSetSource.of(encoded(pathsAndTexts));
    }

    /// The rule set that ships.
    public static RuleSetSource standard() {
        return RuleSetFolder.read(STANDARD);
    }

    /// The rule set that ships, without scenarios: its rules may be changed to whatever a test needs.
    public static RuleSetSource withoutScenarios() {
        RuleSetSource standard = standard();
        Map<String, byte[]> files = files(standard);
        files.keySet().removeIf(path -> path.startsWith("scenarios/"));
        String manifest = text(standard, RuleSetManifest.FILE);
        files.put(
                RuleSetManifest.FILE,
                bytes(manifest.substring(0, manifest.indexOf("# What the scenarios have to reach"))));
        return RuleSetSource.of(files);
    }

    /// A rule set with more files, or with other texts in the same ones.
    public static RuleSetSource with(RuleSetSource source, String... pathsAndTexts) {
        Map<String, byte[]> files = files(source);
        files.putAll(encoded(pathsAndTexts));
        return RuleSetSource.of(files);
    }

    /// A rule set with a piece of a file, which must be there, replaced.
    public static RuleSetSource edited(RuleSetSource source, String path, String replaced, String by) {
        String text = text(source, path);
        if (!text.contains(replaced)) {
            throw new IllegalArgumentException("%s has no such piece (%s).".formatted(path, replaced));
        }
        return with(source, path, text.replace(replaced, by));
    }

    /// The files of a rule set, for changing them.
    public static Map<String, byte[]> files(RuleSetSource source) {
        Map<String, byte[]> files = new HashMap<>();
        source.paths().forEach(path -> files.put(path, source.bytes(path).orElseThrow()));
        return files;
    }

    public static String text(RuleSetSource source, String path) {
        return new String(source.bytes(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> encoded(String... pathsAndTexts) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], bytes(pathsAndTexts[i + 1]));
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
