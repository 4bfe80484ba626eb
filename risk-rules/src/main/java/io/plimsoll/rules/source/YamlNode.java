package io.plimsoll.rules.source;

import java.util.List;
import java.util.SequencedMap;

/// A piece of a YAML file that knows where it stands. Scalars are text; whoever reads them knows what they should be.
public sealed interface YamlNode {

    /// The line, counted from 1.
    int line();

    /// The column, counted from 1.
    int column();

    /// A single value, as written, without its quotes.
    ///
    /// @param line counted from 1
    /// @param column counted from 1
    /// @param value the text; empty if nothing was written
    record Text(int line, int column, String value) implements YamlNode {}

    /// A list.
    ///
    /// @param line counted from 1
    /// @param column counted from 1
    /// @param nodes in the order of the file
    record Items(int line, int column, List<YamlNode> nodes) implements YamlNode {}

    /// A mapping.
    ///
    /// @param line counted from 1
    /// @param column counted from 1
    /// @param fields in the order of the file
    record Fields(int line, int column, SequencedMap<String, Field> fields) implements YamlNode {}

    /// An entry of a mapping.
    ///
    /// @param line where its key stands, counted from 1
    /// @param column where its key stands, counted from 1
    /// @param value what it maps to
    record Field(int line, int column, YamlNode value) {}
}
