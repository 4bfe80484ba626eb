package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.util.List;
import java.util.Set;

/// Checks a call within an expression.
///
/// @param expressions checks the scope and the arguments
record CallLinter(ExpressionLinter expressions) {

    private static final Set<String> WORKING_MEMORY =
            Set.of("insert", "insertLogical", "update", "modify", "delete", "retract");

    private static final List<String> METHODS = List.of(
            "number",
            "text",
            "date",
            "add",
            "subtract",
            "multiply",
            "negate",
            "abs",
            "min",
            "max",
            "compareTo",
            "signum");

    /// Reports a call that a rule may not make, and what its scope and arguments may not do.
    void check(Expression.Call call) {
        call.arguments().forEach(expressions::check);
        if (expressions.place() != ExpressionPlace.CONSEQUENCE) {
            call.arguments().forEach(expressions::refuseSign);
        }
        if (call.scope().isEmpty() && WORKING_MEMORY.contains(call.name())) {
            String message = "A rule can't change the facts (%s).".formatted(call.name());
            expressions
                    .file()
                    .refuse("lint.working-memory", call.offset(), message, "Maybe one more pattern says the same.");
        } else if (call.scope().isEmpty() && !expressions.hasFields()) {
            refuseMethod(expressions.file(), call.name(), call.nameOffset());
        } else if (isStatic(call)) {
            expressions.refuseStatic(call.nameOffset(), call.name());
        } else {
            int before = expressions.file().findings();
            call.scope().forEach(expressions::check);
            // What is called on something refused needs no word of its own.
            if (expressions.file().findings() == before) {
                checkMethod(call);
            }
        }
    }

    private static boolean isStatic(Expression.Call call) {
        return call.scope().stream()
                .anyMatch(scope -> scope instanceof Expression.Name name && ExpressionLinter.startsUpper(name.name()));
    }

    private void checkMethod(Expression.Call call) {
        int arguments = call.arguments().size();
        if (Vocabulary.isColumnReader(call.name())) {
            checkColumn(call, 1);
        } else if (Vocabulary.isRangeTest(call.name()) && expressions.hasFields()) {
            checkColumn(call, 2);
        } else if (Vocabulary.isArithmetic(call.name())) {
            if (arguments != 1 || call.scope().isEmpty()) {
                refuseMethod(expressions.file(), call.name(), call.nameOffset());
            }
        } else if (arguments > 0) {
            refuseMethod(expressions.file(), call.name(), call.nameOffset());
        } else {
            expressions.checkAccessor(call.name(), call.nameOffset());
        }
    }

    static void refuseMethod(DrlFile file, String name, int offset) {
        String remedy = NearestName.of(name, METHODS)
                .filter(method -> !method.equals(name))
                .map("Maybe %s."::formatted)
                .orElse("Maybe an accessor without arguments, number(\"column\"), text(\"column\"), date(\"column\"), "
                        + "covers(\"key\", $value), or one of add, "
                        + "subtract, multiply, negate, abs, min, max, compareTo, signum.");
        file.refuse("lint.method", offset, "A rule can't call this (%s).".formatted(name), remedy);
    }

    private void checkColumn(Expression.Call call, int arguments) {
        boolean literal = call.arguments().size() == arguments
                && call.arguments().getFirst() instanceof Expression.Literal text
                && text.isText();
        if (!literal) {
            boolean isColumn = arguments == 1;
            String message = isColumn
                    ? "The column of %s must be a text in quotes.".formatted(call.name())
                    : "The call %s needs the name of a key in quotes, and a number.".formatted(call.name());
            String remedy = isColumn
                    ? "Maybe %s(\"column\").".formatted(call.name())
                    : "Maybe %s(\"key\", $value).".formatted(call.name());
            expressions.file().refuse("lint.column", call.nameOffset(), message, remedy);
        }
    }
}
