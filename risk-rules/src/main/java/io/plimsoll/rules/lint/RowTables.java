package io.plimsoll.rules.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which tables a pattern of rows names: `table == "margin"`, `table in ("margin", "equity")`, or
/// `id == "margin:retail/major"`.
final class RowTables {

    private RowTables() {}

    /// The names; none if the constraints leave it open.
    static Set<String> named(List<Expression> constraints) {
        Set<String> tables = new LinkedHashSet<>();
        literals(constraints, "table").forEach(literal -> tables.add(literal.unquoted()));
        if (tables.isEmpty()) {
            literals(constraints, "id")
                    .forEach(literal -> tables.add(literal.unquoted().replaceFirst(":.*", "")));
        }
        return tables;
    }

    /// The texts that a field must be one of, where they stand.
    static List<Expression.Literal> literals(List<Expression> constraints, String field) {
        return constraints.stream()
                .flatMap(constraint -> EqualTexts.of(constraint).stream())
                .filter(texts -> texts.field().equals(field))
                .flatMap(texts -> texts.options().stream())
                .toList();
    }
}
