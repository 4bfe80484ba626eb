package io.plimsoll.service.record.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one export.
final class Problems {

    /// The most problems that are kept: an export that was shuffled must not fill the memory.
    static final int MAX_KEPT = 1_000;

    private final String export;
    private final List<Problem> ofExport = new ArrayList<>();
    private final List<Problem> ofOthers = new ArrayList<>();
    private long count;

    /// @param export its name
    Problems(String export) {
        this.export = export;
    }

    /// Adds one of the export.
    void add(long line, long first, long last, String message) {
        keep(ofExport, new Problem(export, line, first, last, message));
    }

    /// Adds one of another file.
    void addOther(String file, long line, long sequence, String message) {
        keep(ofOthers, new Problem(file, line, sequence, sequence, message));
    }

    private void keep(List<Problem> list, Problem problem) {
        count++;
        if (list.size() < MAX_KEPT) {
            list.add(problem);
        }
    }

    /// How many there are, kept or not.
    long count() {
        return count;
    }

    /// Those that were kept: the export's by their lines, then those of other files.
    List<Problem> all() {
        List<Problem> all = new ArrayList<>(ofExport);
        all.sort(Comparator.comparingLong(Problem::line));
        all.addAll(ofOthers);
        return List.copyOf(all);
    }
}
