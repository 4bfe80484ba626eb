package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.table.RuleTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What can be called in an expression, and which columns the tables have.
///
/// @param tables the tables that could be read, by name
/// @param tableNames the names of all tables, whether they could be read or not
/// @param brokenTables the names of those with errors, whose rows may not be all there
record Vocabulary(Map<String, RuleTable> tables, Set<String> tableNames, Set<String> brokenTables) {

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
    private static final Pattern TABLE = Pattern.compile("tables/(.+?)\\.(csv|table\\.yaml)");

    /// What is in the tables of a rule set.
    ///
    /// @param diagnostics what is known to be wrong with them
    static Vocabulary of(List<RuleTable> tables, RuleSetSource source, Diagnostics diagnostics) {
        Map<String, RuleTable> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.spec().table(), table));
        Set<String> names = new TreeSet<>(byName.keySet());
        source.paths().forEach(path -> tableOf(path, names));
        Set<String> broken = new TreeSet<>();
        diagnostics.all().stream().map(Diagnostic::file).forEach(path -> tableOf(path, broken));
        return new Vocabulary(byName, names, broken);
    }

    private static void tableOf(String path, Set<String> names) {
        java.util.regex.Matcher table = TABLE.matcher(path);
        if (table.matches()) {
            names.add(table.group(1));
        }
    }

    /// The readable ones of these tables; all, if none is named.
    Collection<RuleTable> tables(Set<String> names) {
        return names.isEmpty()
                ? tables.values()
                : names.stream().map(tables::get).filter(Objects::nonNull).toList();
    }

    boolean isTable(String name) {
        return tableNames.contains(name);
    }

    /// Whether all rows of these tables are known.
    boolean hasSoundRows(Collection<RuleTable> some) {
        return some.stream()
                .noneMatch(table -> table.rows().isEmpty()
                        || brokenTables.contains(table.spec().table()));
    }

    static boolean isColumnReader(String method) {
        return method.equals("number") || method.equals("text") || method.equals("date");
    }

    /// Whether a method says if a number is in a range that is a key: `covers("volatility", $value)`.
    static boolean isRangeTest(String method) {
        return method.equals("covers");
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
