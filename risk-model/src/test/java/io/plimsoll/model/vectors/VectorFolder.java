package io.plimsoll.model.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the JSON files under a folder hold, in the order of their paths: files that are an array of vectors,
/// or an object that has them under `vectors` and names their `suite`. Other files are passed over.
///
/// @param vectors all that could be read
/// @param faults what could not be read, and where
/// @param brackets margin brackets by symbol, each `[number, floor, cap, leverage, rate, amount]`, if a file
///     has them
record VectorFolder(List<Vector> vectors, List<String> faults, JsonNode brackets) {

    /// @throws IllegalArgumentException if there is no such folder, or nothing in it
    static VectorFolder read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder %s. Maybe the path is misspelt.".formatted(folder));
        }
        List<Vector> vectors = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        JsonNode brackets = JsonNodeFactory.instance.objectNode();
        for (Path path : files(folder)) {
            String file = folder.relativize(path).toString();
            try {
                JsonNode root = Inputs.JSON.readTree(path.toFile());
                JsonNode entries = root.isArray() ? root : root.path("vectors");
                String suite = root.path("suite").asText();
                entries.forEach(node -> add(file, suite, node, vectors, faults));
                brackets = root.path("symbols").isObject() ? root.path("symbols") : brackets;
            } catch (IOException e) {
                faults.add("%s: is not JSON: %s".formatted(file, String.valueOf(e.getMessage())));
            }
        }
        if (vectors.isEmpty() && faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are no vectors in %s. Maybe its JSON files are laid out otherwise.".formatted(folder));
        }
        return new VectorFolder(vectors, faults, brackets);
    }

    private static void add(String file, String suite, JsonNode node, List<Vector> vectors, List<String> faults) {
        try {
            vectors.add(Vector.of(file, suite, node));
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
