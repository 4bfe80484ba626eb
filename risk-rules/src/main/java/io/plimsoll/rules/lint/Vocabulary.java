package io.plimsoll.rules.lint;

import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.TableKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What can be called in an expression, and which columns the tables have.
///
/// @param numericColumns of all tables
/// @param textColumns of all tables
/// @param ranges the keys of all tables that are ranges of numbers
record Vocabulary(Set<String> numericColumns, Set<String> textColumns, Set<String> ranges) {

    /// Methods with one argument that compute and change nothing.
    private static final Set<String> ARITHMETIC = Set.of("add", "subtract", "multiply", "min", "max", "compareTo");

    /// Methods of every object that are not accessors, whatever they look like.
    private static final Set<String> NO_ACCESSORS = Set.of(
            "hashCode",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "intern",
            "stream",
            "parallelStream",
            "iterator",
            "listIterator",
            "spliterator",
            "clear",
            "describeConstable",
            "values");

    private static final Pattern ACCESSOR = Pattern.compile("[a-z][A-Za-z0-9]*");

    static Vocabulary of(List<RuleTable> tables) {
        Set<String> numeric = new TreeSet<>();
        Set<String> text = new TreeSet<>();
        Set<String> ranges = new TreeSet<>();
        for (RuleTable table : tables) {
            for (ColumnSpec column : table.spec().columns()) {
                if (column.isReadable()) {
                    (column.isNumeric() ? numeric : text).add(column.name());
                }
            }
            table.spec().keys().stream()
                    .filter(key -> key.kind() == TableKey.Kind.NUMBER)
                    .forEach(key -> ranges.add(key.name()));
        }
        return new Vocabulary(numeric, text, ranges);
    }

    static boolean isColumnReader(String method) {
        return method.equals("number") || method.equals("text");
    }

    /// Whether a method says if a number is in a range that is a key: `covers("volatility", $value)`.
    static boolean isRangeTest(String method) {
        return method.equals("covers");
    }

    Set<String> columns(String method) {
        return switch (method) {
            case "number" -> numericColumns;
            case "covers" -> ranges;
            default -> textColumns;
        };
    }

    static boolean isArithmetic(String method) {
        return ARITHMETIC.contains(method);
    }

    /// Whether a name can be that of a field, or of a method without arguments that reads one.
    static boolean isAccessor(String name) {
        return ACCESSOR.matcher(name).matches() && !NO_ACCESSORS.contains(name) && !leadsToClasses(name);
    }

    /// Whether a name leads from a value to its class, and from there to everything.
    static boolean leadsToClasses(String name) {
        return (name.endsWith("lass") && !name.endsWith("nstrumentClass")) || name.contains("ClassLoader");
    }
}
