package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A condition that a field is one of some texts: `segment == "retail"`, `segment in ("retail", "vip")`,
/// `text("note") == "x"`.
///
/// @param field the field, or the column as `text("column")`
/// @param options the texts
/// @param whole the condition
record EqualTexts(String field, List<Expression.Literal> options, Expression whole) {

    /// All of a constraint that must hold together: those on both sides of an `&&`.
    static List<EqualTexts> of(Expression constraint) {
        if (constraint instanceof Expression.Binary binary && binary.operator().is("&&")) {
            return Stream.concat(of(binary.left()).stream(), of(binary.right()).stream())
                    .toList();
        }
        if (constraint instanceof Expression.Binary binary && binary.operator().is("==")) {
            List<EqualTexts> found = new ArrayList<>(one(binary.left(), binary.right(), binary));
            found.addAll(one(binary.right(), binary.left(), binary));
            return found;
        }
        if (constraint instanceof Expression.In in
                && !in.isNegated()
                && in.options().stream().allMatch(EqualTexts::isText)) {
            List<Expression.Literal> options =
                    in.options().stream().map(Expression.Literal.class::cast).toList();
            return field(in.value()).stream()
                    .map(name -> new EqualTexts(name, options, in))
                    .toList();
        }
        return List.of();
    }

    private static List<EqualTexts> one(Expression field, Expression text, Expression whole) {
        return isText(text)
                ? field(field).stream()
                        .map(name -> new EqualTexts(name, List.of((Expression.Literal) text), whole))
                        .toList()
                : List.of();
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.isText();
    }

    private static List<String> field(Expression expression) {
        if (expression instanceof Expression.Name name && !name.name().startsWith("$")) {
            return List.of(name.name());
        }
        if (expression instanceof Expression.Access access
                && access.scope() instanceof Expression.Name scope
                && scope.name().equals("this")) {
            return List.of(access.name());
        }
        boolean isColumn = expression instanceof Expression.Call call
                && call.scope().isEmpty()
                && call.name().equals("text")
                && call.arguments().size() == 1
                && isText(call.arguments().getFirst());
        return isColumn
                ? List.of("text(\"%s\")"
                        .formatted(((Expression.Literal) ((Expression.Call) expression)
                                        .arguments()
                                        .getFirst())
                                .unquoted()))
                : List.of();
    }
}
