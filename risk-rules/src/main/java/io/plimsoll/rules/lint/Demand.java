package io.plimsoll.rules.lint;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a constraint demands of one field, as far as literals say.
///
/// @param field the field as written
/// @param operator `==`, `!=` or one of order; a list is `==` or `!=` with several values
/// @param values texts in quotes, canonical numbers, constants, `true`, `false`, `null`
/// @param whole the constraint
record Demand(String field, String operator, Set<String> values, Expression whole) {

    /// All that a constraint demands together: what is on both sides of an `&&`.
    static List<Demand> of(Expression constraint) {
        return switch (constraint) {
            case Expression.Binary binary
            when binary.operator().is("&&") ->
                Stream.concat(of(binary.left()).stream(), of(binary.right()).stream())
                        .toList();
            case Expression.Binary binary when ComparisonTyper.isComparison(binary) -> comparison(binary);
            case Expression.In in -> list(in);
            case Expression.Prefixed not when not.operator().equals("!") -> flag(not.operand(), "false", not);
            default -> flag(constraint, "true", constraint);
        };
    }

    /// Whether no value can meet both.
    boolean contradicts(Demand other) {
        if (!field.equals(other.field)) {
            return false;
        }
        if (operator.equals("==")) {
            return values.stream().noneMatch(other::allows);
        }
        if (other.operator.equals("==")) {
            return other.contradicts(this);
        }
        if (excludesAbove() && other.excludesBelow()) {
            return isBelow(this, other);
        }
        return excludesBelow() && other.excludesAbove() && isBelow(other, this);
    }

    private boolean allows(String value) {
        return switch (operator) {
            case "==" -> values.contains(value);
            case "!=" -> !values.contains(value);
            default -> isOrdered(value);
        };
    }

    private boolean isOrdered(String value) {
        Optional<BigDecimal> number = number(value);
        if (number.isEmpty() || limit().isEmpty()) {
            return !value.equals("null");
        }
        int order = number.get().compareTo(limit().get());
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private boolean excludesAbove() {
        return operator.startsWith("<") && limit().isPresent();
    }

    private boolean excludesBelow() {
        return operator.startsWith(">") && limit().isPresent();
    }

    private static boolean isBelow(Demand upper, Demand lower) {
        int order = upper.limit().orElseThrow().compareTo(lower.limit().orElseThrow());
        boolean bothInclusive = upper.operator.equals("<=") && lower.operator.equals(">=");
        return order < 0 || (order == 0 && !bothInclusive);
    }

    private Optional<BigDecimal> limit() {
        return number(values.iterator().next());
    }

    private static Optional<BigDecimal> number(String value) {
        boolean isNumber = !value.isEmpty() && "-0123456789".indexOf(value.charAt(0)) >= 0;
        return isNumber ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    private static List<Demand> comparison(Expression.Binary binary) {
        Optional<String> right = value(binary.right());
        Optional<String> left = value(binary.left());
        if (right.isPresent() && left.isEmpty()) {
            return one(binary.left(), binary.operator().text(), Set.of(right.get()), binary);
        }
        if (left.isPresent() && right.isEmpty()) {
            String mirrored = ComparisonTyper.mirrored(binary.operator().text());
            return one(binary.right(), mirrored, Set.of(left.get()), binary);
        }
        return List.of();
    }

    private static List<Demand> list(Expression.In in) {
        List<String> values = in.options().stream()
                .map(Demand::value)
                .flatMap(Optional::stream)
                .toList();
        return values.size() == in.options().size()
                ? one(in.value(), in.isNegated() ? "!=" : "==", new TreeSet<>(values), in)
                : List.of();
    }

    private static List<Demand> flag(Expression field, String value, Expression whole) {
        return one(field, "==", Set.of(value), whole);
    }

    private static List<Demand> one(Expression field, String operator, Set<String> values, Expression whole) {
        List<Demand> demands = new ArrayList<>();
        name(field).ifPresent(name -> demands.add(new Demand(name, operator, values, whole)));
        return demands;
    }

    /// A path of names and accessors, without what varies by its arguments.
    private static Optional<String> name(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> Optional.of(name.name().equals("this") ? "" : name.name());
            case Expression.Access access -> name(access.scope()).map(scope -> joined(scope, access.name()));
            case Expression.Call call
            when call.arguments().isEmpty() ->
                call.scope().isEmpty()
                        ? Optional.of(call.name())
                        : name(call.scope().getFirst()).map(scope -> joined(scope, call.name()));
            default -> Optional.empty();
        };
    }

    private static String joined(String scope, String name) {
        return scope.isEmpty() ? name : scope + "." + name;
    }

    private static Optional<String> value(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal
            when literal.isNumber() -> canonical(literal.token().text());
            case Expression.Literal literal -> Optional.of(literal.token().text());
            case Expression.Prefixed sign
            when sign.operator().equals("-") ->
                value(sign.operand())
                        .flatMap(Demand::number)
                        .map(number -> number.negate().toPlainString());
            case Expression.Access access
            when ExpressionLinter.startsUpper(access.name()) -> Optional.of("constant " + access.name());
            default -> Optional.empty();
        };
    }

    private static Optional<String> canonical(String number) {
        try {
            BigDecimal decimal = new BigDecimal(number.replaceFirst("B$", ""));
            return Optional.of(Decimals.canonical(decimal).toPlainString());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
