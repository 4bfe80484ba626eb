package io.plimsoll.rules.lint;

import io.plimsoll.model.rule.ThresholdRow;
import java.util.Set;

/// Reads calls: accessors, the columns of a row, and exact arithmetic.
///
/// @param typer of the expression that they stand in
record MethodTyper(ExpressionTyper typer) {

    /// What a call gives.
    ///
    /// @param canHoldDecimals whether Drools can turn a decimal among the arguments into Java here
    Value typed(Expression.Call call, boolean canHoldDecimals) {
        Value scope = call.scope().isEmpty()
                ? typer.subject()
                : typer.typedAlone(call.scope().getFirst());
        if (!scope.isKnown()) {
            call.arguments().forEach(typer::typedAlone);
            return Value.UNKNOWN;
        }
        if (Vocabulary.isColumnReader(call.name())) {
            return column(scope, call);
        }
        if (Vocabulary.isRangeTest(call.name())) {
            return range(scope, call);
        }
        return call.arguments().isEmpty()
                ? new MemberTyper(typer).accessor(scope, call)
                : arithmetic(scope, call, canHoldDecimals);
    }

    private Value range(Value scope, Expression.Call call) {
        Expression argument = call.arguments().getLast();
        checkArgument(scope, call, argument, typer.typedAlone(argument));
        if (isRow(scope, call)) {
            new ColumnTyper(typer.file(), typer.vocabulary()).checkRange(scope, call);
        }
        return Value.FLAG;
    }

    private boolean isRow(Value scope, Expression.Call call) {
        if (scope.type() == ThresholdRow.class) {
            return true;
        }
        String message = "Only a row has columns; this is %s.".formatted(scope.words());
        typer.file().refuse("lint.method", call.nameOffset(), message, "Maybe call it on a ThresholdRow.");
        return false;
    }

    private Value column(Value scope, Expression.Call call) {
        if (!isRow(scope, call)) {
            return Value.UNKNOWN;
        }
        return new ColumnTyper(typer.file(), typer.vocabulary()).typed(scope, call);
    }

    private Value arithmetic(Value scope, Expression.Call call, boolean canHoldDecimals) {
        boolean compares = call.name().equals("compareTo");
        boolean isExact = scope.is(Value.Kind.NUMBER) || (scope.is(Value.Kind.RATIO) && compares);
        Expression argument = call.arguments().getFirst();
        Value value = typer.typedAlone(argument);
        if (!isExact) {
            String message = "The method (%s) can't be called on %s.".formatted(call.name(), scope.words());
            typer.file().refuse("lint.method", call.nameOffset(), message, "Maybe compare it as it is.");
            return Value.UNKNOWN;
        }
        checkArgument(scope, call, argument, value);
        if (isDecimal(argument) && (!canHoldDecimals || compares)) {
            String message = "Drools can't read a decimal (%s) as an argument here.".formatted(typer.text(argument));
            typer.file()
                    .refuse(
                            "lint.decimal-argument",
                            argument.offset(),
                            argument.end(),
                            message,
                            "Maybe an operator, a column of a table, or BigDecimal.ONE.");
        }
        return compares ? Value.WHOLE : Value.NUMBER.in(unit(scope, call, value));
    }

    private void checkArgument(Value scope, Expression.Call call, Expression argument, Value value) {
        boolean isRatio = scope.is(Value.Kind.RATIO) && value.is(Value.Kind.RATIO);
        if (!value.isKnown() || value.is(Value.Kind.NUMBER) || isRatio) {
            return;
        }
        String message = "The method (%s) takes a number with the suffix B, and this is %s."
                .formatted(call.name(), value.words());
        boolean isLiteral = argument instanceof Expression.Literal && value.is(Value.Kind.WHOLE);
        String remedy = isLiteral ? "Maybe %sB.".formatted(typer.text(argument)) : "Maybe another field is meant.";
        typer.file().refuse("lint.argument", argument.offset(), argument.end(), message, remedy);
    }

    private static boolean isDecimal(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.isNumber();
    }

    /// What is added or taken keeps its unit; a product has none that is known.
    private static String unit(Value scope, Expression.Call call, Value argument) {
        boolean keeps = Set.of("add", "subtract", "min", "max").contains(call.name());
        return keeps && scope.unit().equals(argument.unit()) ? scope.unit() : "";
    }
}
