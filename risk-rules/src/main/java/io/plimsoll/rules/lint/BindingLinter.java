package io.plimsoll.rules.lint;

/// Checks what a variable is bound to: a field, or what is computed from the fields of the same fact.
///
/// @param typer of the expression
record BindingLinter(ExpressionTyper typer) {

    /// What the variable holds: of `$quantity : quantity > 1B`, the left side.
    Value valueOf(BoundExpression bound) {
        Expression expression = bound.expression();
        boolean isCompared = expression instanceof Expression.Binary binary && ComparisonTyper.isComparison(binary);
        Expression held = held(expression);
        if (isCondition(held) || (isCompared && bound.isBracketed())) {
            refuse(expression, "A variable can't be bound to a condition.", "Maybe bind a field, and compare that.");
            return Value.UNKNOWN;
        }
        if (hasVariables(held)) {
            String message =
                    "A variable can't be bound to what is computed from another (%s).".formatted(typer.text(held));
            refuse(held, message, "Maybe compute it where it is used.");
        }
        return typer.typedAlone(held);
    }

    private static Expression held(Expression expression) {
        return switch (expression) {
            case Expression.Binary binary when ComparisonTyper.isComparison(binary) -> binary.left();
            case Expression.In in -> in.value();
            default -> expression;
        };
    }

    private static boolean isCondition(Expression expression) {
        return switch (expression) {
            case Expression.Binary binary ->
                binary.operator().is("&&") || binary.operator().is("||");
            case Expression.Prefixed prefixed -> prefixed.operator().equals("!");
            default -> false;
        };
    }

    private static boolean hasVariables(Expression expression) {
        return (expression instanceof Expression.Name name && name.name().startsWith("$"))
                || expression.parts().anyMatch(BindingLinter::hasVariables);
    }

    private void refuse(Expression expression, String message, String remedy) {
        typer.file().refuse("lint.binding-value", expression.offset(), expression.end(), message, remedy);
    }
}
