package io.plimsoll.rules.lint;

import java.util.List;

/// Decides what can be compared with what, exactly and with a meaning.
///
/// Drools would convert: a text into a number, a constant into a text. What it then compares is nothing that the author
/// meant.
///
/// @param typer of the expression that they stand in
record ComparisonTyper(ExpressionTyper typer) {

    /// Checks `left operator right`.
    Value comparison(Expression.Binary binary) {
        Value left = typer.typed(binary.left());
        Value right = typer.typed(binary.right());
        boolean isOrder = !binary.operator().is("==") && !binary.operator().is("!=");
        boolean isConstant = isConstant(binary.left()) && isConstant(binary.right());
        if (typer.place() == ExpressionPlace.ACCUMULATION && isConstant) {
            // Reported as a condition on none of the results.
            return Value.FLAG;
        }
        if (isConstant || typer.text(binary.left()).equals(typer.text(binary.right()))) {
            refuseConstant(binary);
        } else if (isCondition(binary.left()) || isCondition(binary.right())) {
            refuse(binary, "Conditions can't be compared.", "Maybe join them with && or ||.");
        } else {
            check(binary, left, right, isOrder);
        }
        return Value.FLAG;
    }

    /// Checks `value in (…)`.
    Value in(Expression.In in) {
        Value value = typer.typed(in.value());
        for (Expression option : in.options()) {
            Value other = typer.typedAlone(option);
            if (value.is(Value.Kind.RATIO)) {
                refuse(option, "An exact ratio can't be looked up in a list.", "Maybe compareTo(…) == 0.");
            } else if (value.isKnown() && other.isKnown() && !canEqual(value, other)) {
                refuseKinds(option, value, other);
            }
        }
        return Value.FLAG;
    }

    static boolean isComparison(Expression.Binary binary) {
        return List.of("==", "!=", "<", "<=", ">", ">=")
                .contains(binary.operator().text());
    }

    private void check(Expression.Binary binary, Value left, Value right, boolean isOrder) {
        if (!left.isKnown() || !right.isKnown()) {
            return;
        }
        boolean ratio = left.is(Value.Kind.RATIO) || right.is(Value.Kind.RATIO);
        boolean nothing = left.is(Value.Kind.NULL) || right.is(Value.Kind.NULL);
        if (ratio && !nothing && (!isOrder || !left.is(right.kind()))) {
            refuseRatio(binary, left, right);
        } else if (!canEqual(left, right)) {
            refuseKinds(binary, left, right);
        } else if (isOrder && (nothing || !hasOrder(left))) {
            String message = "%s has no order (%s)."
                    .formatted(
                            nothing ? "Null" : typer.text(binary.left()),
                            binary.operator().text());
            refuse(binary, message, "Maybe == or !=.");
        }
    }

    private static boolean canEqual(Value left, Value right) {
        if (left.is(Value.Kind.NULL) || right.is(Value.Kind.NULL)) {
            Value other = left.is(Value.Kind.NULL) ? right : left;
            return !other.is(Value.Kind.FLAG) && !other.is(Value.Kind.WHOLE);
        }
        boolean numbers = left.isNumeric() && right.isNumeric();
        return numbers || (left.is(right.kind()) && left.type() == right.type() && !left.is(Value.Kind.LIST));
    }

    private static boolean hasOrder(Value value) {
        return switch (value.kind()) {
            case TEXT, NUMBER, WHOLE, RATIO, TIME, UNKNOWN -> true;
            case FLAG, CONSTANT, FACT, LIST, NULL -> false;
        };
    }

    /// Ratios are kept unreduced, so that equal ones can differ; and Drools compares them with nothing else.
    private void refuseRatio(Expression.Binary binary, Value left, Value right) {
        boolean ratioIsLeft = left.is(Value.Kind.RATIO);
        Expression ratio = ratioIsLeft ? binary.left() : binary.right();
        Expression other = ratioIsLeft ? binary.right() : binary.left();
        Value value = ratioIsLeft ? right : left;
        if (!value.isNumeric() && !value.is(Value.Kind.RATIO)) {
            refuseKinds(binary, left, right);
            return;
        }
        String operator = ratioIsLeft
                ? binary.operator().text()
                : mirrored(binary.operator().text());
        String message = "An exact ratio (%s) can't be compared with %s by an operator (%s)."
                .formatted(typer.text(ratio), value.words(), operator);
        String argument = other instanceof Expression.Literal ? "$limit" : typer.text(other);
        String remedy = "Maybe %s.compareTo(%s) %s 0.".formatted(typer.text(ratio), argument, operator);
        typer.file().refuse("lint.ratio", binary.offset(), binary.end(), message, remedy);
    }

    static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private void refuseKinds(Expression expression, Value left, Value right) {
        String message = "%s can't be compared with %s (%s)."
                .formatted(capitalised(left.words()), right.words(), typer.text(expression));
        String remedy = left.is(Value.Kind.CONSTANT)
                ? "Maybe one of %s."
                        .formatted(String.join(
                                ", ",
                                ConstantTyper.constants(left.type()).stream()
                                        .map(name -> Value.name(left.type()) + "." + name)
                                        .toList()))
                : "Maybe another field is meant, or quotes are wrong.";
        refuse(expression, message, remedy);
    }

    private void refuseConstant(Expression.Binary binary) {
        String message = "This says the same of every fact (%s).".formatted(typer.text(binary));
        String remedy = "Maybe one side is a field.";
        typer.file().refuse("lint.constant-condition", binary.offset(), binary.end(), message, remedy);
    }

    private void refuse(Expression expression, String message, String remedy) {
        typer.file().refuse("lint.comparison", expression.offset(), expression.end(), message, remedy);
    }

    private static boolean isCondition(Expression expression) {
        return switch (expression) {
            case Expression.In _ -> true;
            case Expression.Prefixed prefixed -> prefixed.operator().equals("!");
            case Expression.Binary binary -> !"+-*".contains(binary.operator().text());
            default -> false;
        };
    }

    private boolean isConstant(Expression expression) {
        return switch (expression) {
            case Expression.Literal _ -> true;
            case Expression.Name _ -> false;
            case Expression.Access access ->
                ConstantTyper.typeOf(typer.file().catalogue(), access.scope()).isPresent();
            // Without a scope it reads the fact.
            case Expression.Call call when call.scope().isEmpty() -> false;
            default ->
                expression.parts().findAny().isPresent() && expression.parts().allMatch(this::isConstant);
        };
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
