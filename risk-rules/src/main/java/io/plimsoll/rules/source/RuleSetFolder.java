package io.plimsoll.rules.source;

import io.plimsoll.rules.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/// Reads a rule set from a folder, while people may be editing it.
///
/// Hidden files and folders and what editors leave behind (`margin.csv~`, `.margin.csv.swp`, `#margin.csv#`) are passed
/// over. Symbolic links are refused, so that nothing outside the folder can get into a rule set.
public final class RuleSetFolder {

    private static final int MAX_DEPTH = 8;

    private static final List<String> LEFT_BEHIND =
            List.of("~", ".swp", ".swo", ".swx", ".tmp", ".temp", ".bak", ".orig", ".rej", ".part", ".crswap");

    private final Path root;
    private final Diagnostics diagnostics = new Diagnostics();
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private long total;

    private RuleSetFolder(Path root) {
        this.root = root;
    }

    /// The rule set in a folder.
    ///
    /// @throws io.plimsoll.rules.diagnostic.InvalidRuleSetException if the folder is none, or holds more than
    ///     a rule set may
    public static RuleSetSource read(Path folder) {
        RuleSetFolder reader = new RuleSetFolder(folder);
        if (Files.isDirectory(folder)) {
            reader.readFolder(folder, 0);
        } else {
            reader.error(".", "source.no-folder", "There is no folder %s.".formatted(folder), "Maybe check the path.");
        }
        reader.diagnostics.throwIfErrors();
        return RuleSetSource.of(reader.files);
    }

    /// Whether a file or folder of this name is none of a rule set's: hidden, or left behind by an editor.
    public static boolean isPassedOver(String name) {
        boolean emacsBackup = name.startsWith("#") && name.endsWith("#");
        // Vim probes whether it can write by making a file of this name.
        boolean vimProbe = name.equals("4913");
        return name.startsWith(".")
                || emacsBackup
                || vimProbe
                || LEFT_BEHIND.stream().anyMatch(name::endsWith);
    }

    private void readFolder(Path folder, int depth) {
        for (Path entry : entries(folder)) {
            String path = pathOf(entry);
            if (isPassedOver(String.valueOf(entry.getFileName()))) {
                continue;
            }
            if (Files.isSymbolicLink(entry)) {
                error(path, "source.link", "The entry is a symbolic link.", "Maybe replace it with what it points to.");
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (depth + 1 < MAX_DEPTH) {
                    readFolder(entry, depth + 1);
                } else {
                    error(path, "source.path", "The folder lies too deep.", "Maybe move it up.");
                }
            } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                readFile(entry, path);
            }
        }
    }

    private void readFile(Path file, String path) {
        if (total > RuleSetSource.MAX_TOTAL_BYTES
                || !SourceLimits.checkCount(files.size() + 1, diagnostics)
                || !SourceLimits.checkPath(path, diagnostics)) {
            return;
        }
        // Reads one byte more than is allowed, because the file may grow after its size was asked for.
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = stream.readNBytes(RuleSetSource.MAX_FILE_BYTES + 1);
            total += content.length;
            if (SourceLimits.checkSize(path, Math.max(Files.size(file), content.length), diagnostics)
                    && SourceLimits.checkTotal(total, diagnostics)) {
                files.put(path, content);
            }
        } catch (IOException e) {
            error(
                    path,
                    "source.unreadable",
                    "The file can't be read (%s).".formatted(e),
                    "Maybe check who may read it.");
        }
    }

    private List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
                if (entries.size() > 2 * RuleSetSource.MAX_FILES) {
                    SourceLimits.checkCount(entries.size(), diagnostics);
                    return List.of();
                }
            }
        } catch (IOException e) {
            error(
                    pathOf(folder),
                    "source.unreadable",
                    "The folder can't be read (%s).".formatted(e),
                    "Maybe check who may read it.");
        }
        Collections.sort(entries);
        return entries;
    }

    private String pathOf(Path entry) {
        String path = root.relativize(entry).toString().replace('\\', '/');
        return path.isEmpty() ? "." : path;
    }

    private void error(String path, String code, String message, String remedy) {
        diagnostics.error(code, path, 0, 0, message, remedy);
    }
}
