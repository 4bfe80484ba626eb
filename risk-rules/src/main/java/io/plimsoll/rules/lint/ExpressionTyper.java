package io.plimsoll.rules.lint;

/// Finds out what an expression is, and reports what does not fit: fields that do not exist, comparisons of what can't
/// be compared.
///
/// It runs on what [ExpressionLinter] has let pass, and stays silent about what follows from a problem it has reported.
///
/// @param file where it stands
/// @param vocabulary which columns the tables have
/// @param variables what is bound where the expression stands
/// @param place what it can speak of
/// @param subject whose fields bare names are
record ExpressionTyper(DrlFile file, Vocabulary vocabulary, Variables variables, ExpressionPlace place, Value subject) {

    /// What an expression is, as an operand or a condition.
    Value typed(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Expression.Name name -> name(name);
            case Expression.Access access -> access(access);
            case Expression.Call call -> new MethodTyper(this).typed(call, true);
            case Expression.Prefixed prefixed -> prefixed(prefixed);
            case Expression.Binary binary -> binary(binary);
            case Expression.In in -> new ComparisonTyper(this).in(in);
        };
    }

    /// As above, where Drools can't turn a decimal in an argument into Java: a value that is bound, called upon or an
    /// argument itself.
    Value typedAlone(Expression expression) {
        return expression instanceof Expression.Call call
                ? new MethodTyper(this).typed(call, false)
                : typed(expression);
    }

    private static Value literal(Expression.Literal literal) {
        String text = literal.token().text();
        if (literal.isText()) {
            return Value.TEXT;
        } else if (literal.isNumber()) {
            return text.endsWith("B") ? Value.NUMBER : Value.WHOLE;
        }
        return text.equals("null") ? Value.NULL : Value.FLAG;
    }

    private Value name(Expression.Name name) {
        if (name.name().startsWith("$")) {
            return variables
                    .find(name.name())
                    .map(variable -> used(variable, name))
                    .orElse(Value.UNKNOWN);
        }
        if (name.name().equals("this")) {
            return subject;
        }
        return new MemberTyper(this).field(subject, name.name(), name.offset());
    }

    private Value used(Variable variable, Expression.Name name) {
        variable.use();
        if (variable.isPartial()) {
            String message = "The variable (%s) is bound by some of the alternatives only.".formatted(name.name());
            file.refuse("lint.unknown-name", name.offset(), message, "Maybe bind it in each, or write two rules.");
        }
        return variable.value();
    }

    private Value access(Expression.Access access) {
        return ConstantTyper.typeOf(file.catalogue(), access.scope())
                .map(type -> ConstantTyper.typed(file, type, access))
                .orElseGet(() ->
                        new MemberTyper(this).field(typedAlone(access.scope()), access.name(), access.nameOffset()));
    }

    private Value prefixed(Expression.Prefixed prefixed) {
        Value operand = typed(prefixed.operand());
        if (!prefixed.operator().equals("!")) {
            return operand;
        }
        requireCondition(prefixed.operand(), operand);
        return Value.FLAG;
    }

    private Value binary(Expression.Binary binary) {
        return switch (binary.operator().text()) {
            case "&&", "||" -> {
                requireCondition(binary.left(), typed(binary.left()));
                requireCondition(binary.right(), typed(binary.right()));
                yield Value.FLAG;
            }
            case "+", "-", "*" -> arithmetic(binary);
            default -> new ComparisonTyper(this).comparison(binary);
        };
    }

    /// Reports what can't be true or false, or is always the same of the two.
    void requireCondition(Expression expression, Value value) {
        if (value.is(Value.Kind.FLAG) && expression instanceof Expression.Literal) {
            String message = "This says the same of every fact (%s).".formatted(text(expression));
            file.refuse("lint.constant-condition", expression.offset(), message, "Maybe delete it.");
        } else if (value.isKnown() && !value.is(Value.Kind.FLAG)) {
            String message = "This is no condition but %s.".formatted(value.words());
            String remedy = "Maybe compare it.";
            file.refuse("lint.condition", expression.offset(), expression.end(), message, remedy);
        }
    }

    private Value arithmetic(Expression.Binary binary) {
        Value left = number(binary.left());
        Value right = number(binary.right());
        boolean whole = left.is(Value.Kind.WHOLE) && right.is(Value.Kind.WHOLE);
        boolean known = left.isKnown() && right.isKnown();
        return known ? whole ? Value.WHOLE : Value.NUMBER : Value.UNKNOWN;
    }

    private Value number(Expression expression) {
        Value value = typed(expression);
        if (!value.isKnown() || value.isNumeric()) {
            return value;
        }
        String message = "A rule can't compute with this: it is %s.".formatted(value.words());
        String remedy = value.is(Value.Kind.RATIO) ? "Maybe compareTo." : "Maybe another field is meant.";
        file.refuse("lint.arithmetic", expression.offset(), expression.end(), message, remedy);
        return Value.UNKNOWN;
    }

    /// What stands in the file between the ends of an expression.
    String text(Expression expression) {
        String text = file.text().substring(expression.offset(), expression.end());
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
