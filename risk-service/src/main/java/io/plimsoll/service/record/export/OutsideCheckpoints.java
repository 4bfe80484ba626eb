package io.plimsoll.service.record.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The checkpoints that were kept elsewhere, by the entry that they are of. They are held in memory.
final class OutsideCheckpoints {

    private final NavigableMap<Long, List<OutsideCheckpoint>> open = new TreeMap<>();
    private final Set<String> texts = new HashSet<>();
    private final List<String> torn = new ArrayList<>();

    /// Reads a file of lines like those of an export: checkpoints, and keys, which are passed over. A last
    /// line without a line feed counts if it is whole.
    void read(Path file, Problems problems) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            LineReader lines = new LineReader(in);
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                read(file.toString(), line.get(), problems);
            }
        }
    }

    private void read(String file, Line line, Problems problems) {
        try {
            if (line.end() == Line.End.BOUND) {
                throw new InvalidLineException("is too long.");
            }
            if (line.startsWith(KeyLine.START)) {
                KeyLine.read(line.bytes());
                return;
            }
            OutsideCheckpoint outside = new OutsideCheckpoint(file, line.number(), CheckpointLine.read(line.bytes()));
            if (texts.add(outside.text())) {
                open.computeIfAbsent(outside.sequence(), sequence -> new ArrayList<>())
                        .add(outside);
            }
        } catch (InvalidLineException e) {
            if (line.end() == Line.End.FILE) {
                torn.add("The last line (%d) of %s is cut off, and was passed over.".formatted(line.number(), file));
            } else {
                problems.addOther(
                        file, line.number(), 0, "The line %s Maybe the file was changed.".formatted(e.getMessage()));
            }
        }
    }

    /// What is to be said of last lines that a machine without power may have left: what stands before them
    /// is good.
    List<String> torn() {
        return List.copyOf(torn);
    }

    /// Those of an entry, which are taken out.
    List<OutsideCheckpoint> take(long sequence) {
        List<OutsideCheckpoint> taken = open.remove(sequence);
        return taken == null ? List.of() : taken;
    }

    /// Those that were not taken, by their entries.
    List<OutsideCheckpoint> left() {
        return open.values().stream().flatMap(Collection::stream).toList();
    }
}
