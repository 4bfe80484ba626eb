package io.plimsoll.model.rule;

/// Where something stands in a rule set.
///
/// @param file path within the rule set, with `/` (`tables/margin.csv`)
/// @param line counted from 1
public record SourcePlace(String file, int line) implements Comparable<SourcePlace> {

    @Override
    public int compareTo(SourcePlace other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
