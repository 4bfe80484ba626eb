package io.plimsoll.service.rulesets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// A copy of `rules/standard` for a test to edit.
public final class RuleSetCopy {

    private static final Path STANDARD = Path.of("../rules/standard");

    private final Path folder;

    /// A copy that was made before.
    RuleSetCopy(Path folder) {
        this.folder = folder;
    }

    /// A fresh copy in an empty folder.
    public static RuleSetCopy in(Path folder) {
        try (Stream<Path> files = Files.walk(STANDARD)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(STANDARD.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return new RuleSetCopy(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A copy in a folder that the operating system clears away.
    public static RuleSetCopy inTemporaryFolder() {
        try {
            return in(Files.createTempDirectory("plimsoll-rules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /// Saves an edit as editors do: aside, then moved into place.
    public void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("%s has no %s".formatted(file, from));
        }
        Path aside = path.resolveSibling("." + path.getFileName());
        Files.write(aside, List.of(text.replace(from, to).stripTrailing()));
        Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
