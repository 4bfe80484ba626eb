package io.plimsoll.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders that a benchmark works in.
public final class Folders {

    private Folders() {}

    /// Copies a folder and all that is in it.
    public static void copy(Path from, Path to) throws IOException {
        for (Path path : contents(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    /// Deletes a folder and all that is in it.
    public static void delete(Path folder) throws IOException {
        for (Path path : contents(folder).reversed()) {
            Files.delete(path);
        }
    }

    /// Each folder before what is in it.
    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
