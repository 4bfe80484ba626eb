package io.plimsoll.rules.source;

import io.plimsoll.rules.diagnostic.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/// The files of a rule set, wherever they came from, and the digest that names this version of them.
///
/// Immutable: bytes are copied in, and come out as text only.
public final class RuleSetSource {

    /// The most files of a rule set.
    public static final int MAX_FILES = 1_000;

    /// The most bytes of one file.
    public static final int MAX_FILE_BYTES = 1 << 20;

    /// The most bytes of all files together.
    public static final int MAX_TOTAL_BYTES = 8 << 20;

    private final NavigableMap<String, byte[]> files;
    private final String digest;

    private RuleSetSource(NavigableMap<String, byte[]> files) {
        this.files = files;
        this.digest = digestOf(files);
    }

    /// A rule set of these files, by path within the rule set, with `/`.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if there are too many or too large files, or
    ///     a path is malformed
    public static RuleSetSource of(Map<String, byte[]> files) {
        Diagnostics diagnostics = new Diagnostics();
        SourceLimits.check(files, diagnostics);
        diagnostics.throwIfErrors();
        TreeMap<String, byte[]> copies = new TreeMap<>();
        files.forEach((path, content) -> copies.put(path, content.clone()));
        return new RuleSetSource(copies);
    }

    /// The name of this content: `sha256:` and 64 hexadecimal digits, a function of the paths and their bytes alone.
    public String digest() {
        return digest;
    }

    /// All paths, sorted.
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(files.navigableKeySet());
    }

    /// The paths directly in a folder that end in a suffix, sorted: `paths("tables", ".csv")`.
    public List<String> paths(String folder, String suffix) {
        int start = folder.length() + 1;
        return files.navigableKeySet().stream()
                .filter(path -> path.startsWith(folder + "/") && path.endsWith(suffix))
                .filter(path -> path.indexOf('/', start) < 0 && path.length() > start + suffix.length())
                .toList();
    }

    /// Whether there is such a file.
    public boolean contains(String path) {
        return files.containsKey(path);
    }

    /// The bytes of a file, if there is one.
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    /// A file as text, without a byte order mark and with `\n` for every line break, so that all readers count the same
    /// lines; empty, with a diagnostic, if there is none or it is not UTF-8.
    public Optional<String> text(String path, Diagnostics diagnostics) {
        byte[] content = files.get(path);
        if (content == null) {
            diagnostics.error(
                    "source.missing",
                    path,
                    0,
                    0,
                    "The rule set has no file %s.".formatted(path),
                    "Maybe it was renamed, or not saved yet.");
            return Optional.empty();
        }
        return SourceText.decode(path, content, diagnostics);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSetSource source && source.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return digest;
    }

    /// Every part is preceded by its length, so that no two rule sets give the same stream.
    private static String digestOf(NavigableMap<String, byte[]> files) {
        MessageDigest sha256 = sha256();
        files.forEach((path, content) -> {
            update(sha256, path.getBytes(StandardCharsets.UTF_8));
            update(sha256, content);
        });
        return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256, but this one has not.", e);
        }
    }
}
