package io.plimsoll.rules.lint;

import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.RuleTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What can be called in an expression, and which columns the tables have.
///
/// @param numericColumns of all tables
/// @param textColumns of all tables
record Vocabulary(Set<String> numericColumns, Set<String> textColumns) {

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
        for (RuleTable table : tables) {
            for (ColumnSpec column : table.spec().columns()) {
                (column.isNumeric() ? numeric : text).add(column.name());
            }
        }
        return new Vocabulary(numeric, text);
    }

    static boolean isColumnReader(String method) {
        return method.equals("number") || method.equals("text");
    }

    Set<String> columns(String method) {
        return method.equals("number") ? numericColumns : textColumns;
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
