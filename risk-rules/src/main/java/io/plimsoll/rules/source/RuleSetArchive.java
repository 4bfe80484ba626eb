package io.plimsoll.rules.source;

import io.plimsoll.rules.diagnostic.Diagnostics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Reads a rule set from a zip, as it comes over the wire: every bound of [RuleSetSource] holds while it is
/// unpacked, so that a small archive can't become a large one.
///
/// The files may lie in one folder, as they do if a folder was packed. What [RuleSetFolder] passes over is passed over.
public final class RuleSetArchive {

    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private long total;

    private RuleSetArchive() {}

    /// The rule set in a zip.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if it is none, or holds too much
    public static RuleSetSource read(byte[] zip) {
        RuleSetArchive reader = new RuleSetArchive();
        reader.unpack(zip);
        reader.diagnostics.throwIfErrors();
        return RuleSetSource.of(withoutCommonFolder(reader.files));
    }

    private void unpack(byte[] zip) {
        int entries = 0;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                entries++;
                // Folders count too: names alone can fill the memory.
                if (!SourceLimits.checkCount(entries / 2, diagnostics) || !file(entry, archive)) {
                    return;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            unreadable("The archive can't be unpacked (%s).".formatted(e.getMessage()));
            return;
        }
        if (entries == 0) {
            unreadable("The archive is no zip, or empty.");
        }
    }

    /// Whether to go on.
    private boolean file(ZipEntry entry, ZipInputStream archive) throws IOException {
        String path = entry.getName();
        if (entry.isDirectory() || isPassedOver(path)) {
            // Unpacked all the same when the next entry is looked for, so it has to be bounded, too.
            return count(archive.readNBytes(RuleSetSource.MAX_FILE_BYTES + 1).length) && archive.read() < 0;
        }
        byte[] content = archive.readNBytes(RuleSetSource.MAX_FILE_BYTES + 1);
        if (!SourceLimits.checkPath(path, diagnostics)
                || !SourceLimits.checkSize(path, content.length, diagnostics)
                || !count(content.length)) {
            return false;
        }
        if (files.putIfAbsent(path, content) != null) {
            diagnostics.error(
                    "source.archive", path, 0, 0, "The archive holds this file twice.", "Maybe pack it again.");
        }
        return true;
    }

    private boolean count(int bytes) {
        total += bytes;
        return SourceLimits.checkTotal(total, diagnostics);
    }

    private static boolean isPassedOver(String path) {
        for (String name : path.split("/", -1)) {
            boolean leadsElsewhere = name.equals(".") || name.equals("..");
            if (!leadsElsewhere && RuleSetFolder.isPassedOver(name)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, byte[]> withoutCommonFolder(Map<String, byte[]> files) {
        Set<String> folders = files.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/') + 1))
                .collect(Collectors.toSet());
        if (folders.size() != 1 || folders.contains("") || files.containsKey(RuleSetManifest.FILE)) {
            return files;
        }
        int length = folders.iterator().next().length();
        Map<String, byte[]> stripped = new TreeMap<>();
        files.forEach((path, content) -> stripped.put(path.substring(length), content));
        return stripped;
    }

    private void unreadable(String message) {
        diagnostics.error(
                "source.archive", ".", 0, 0, message, "Maybe pack the folder of the rule set again, as a zip.");
    }
}
