package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.NearestName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;

/// Checks one function of an accumulation, and says what its result is.
///
/// @param patterns checks what the argument says
/// @param function as Drools read it
/// @param name where its name stands
record AccumulateFunction(PatternLinter patterns, AccumulateFunctionCallDescr function, int name) {

    private static final List<String> FUNCTIONS = List.of("collectList", "collectSet", "count", "max", "min", "sum");

    /// The names of the functions, for a remedy.
    static String names() {
        return String.join(", ", FUNCTIONS);
    }

    /// Checks the function and its argument.
    ///
    /// @param inner what the accumulated patterns bind
    /// @return what the result is
    Value check(Variables inner) {
        DrlFile file = patterns.file();
        String called = function.getFunction();
        if (called.equals("average")) {
            String message = "An average is a rounded quotient, which must not decide.";
            file.refuse("lint.rounded", name, message, "Maybe a sum and a count, each compared by itself.");
        } else if (!FUNCTIONS.contains(called)) {
            String message = "There is no such function (%s).".formatted(called);
            String remedy = NearestName.of(called, FUNCTIONS)
                    .map("Maybe %s."::formatted)
                    .orElseGet(() -> "Maybe one of %s.".formatted(names()));
            file.refuse("lint.accumulate-function", name, message, remedy);
        }
        Value argument = checkArguments(inner);
        return switch (called) {
            case "count" -> Value.WHOLE;
            case "collectList", "collectSet" -> Value.LIST;
            case "sum", "min", "max" -> argument;
            default -> Value.UNKNOWN;
        };
    }

    /// Where the last argument ends.
    int end() {
        DrlFile file = patterns.file();
        int from = Math.min(name + function.getFunction().length(), file.text().length());
        for (String parameter : function.getParams()) {
            int start = file.text().indexOf(parameter, from);
            from = start < 0 ? from : start + parameter.length();
        }
        return from;
    }

    private Value checkArguments(Variables inner) {
        DrlFile file = patterns.file();
        Value value = Value.UNKNOWN;
        int from = Math.min(name + function.getFunction().length(), file.text().length());
        for (String parameter : function.getParams()) {
            int start = file.text().indexOf(parameter, from);
            if (start < 0) {
                String message = "The argument (%s) can't be read.".formatted(parameter);
                file.refuse("lint.unreadable", name, message, "Maybe write it shorter.");
            } else if (!parameter.isBlank()) {
                from = start + parameter.length();
                value = checkArgument(start, from, inner);
            }
        }
        String[] parameters = function.getParams();
        if (parameters.length > 1) {
            file.refuse("lint.accumulate-function", name, "A function takes one argument.", "Maybe use two functions.");
        } else if (!function.getFunction().equals("count") && (parameters.length == 0 || parameters[0].isBlank())) {
            String message = "The function (%s) needs an argument.".formatted(function.getFunction());
            file.refuse("lint.accumulate-function", name, message, "Maybe a variable of its patterns.");
        }
        return value;
    }

    private Value checkArgument(int start, int end, Variables inner) {
        DrlFile file = patterns.file();
        List<Token> tokens = Tokens.of(file.text(), start, end);
        try {
            Expression expression = BoundExpression.read(tokens).expression();
            int before = file.findings();
            new ExpressionLinter(
                            file,
                            patterns.imports(),
                            patterns.vocabulary(),
                            inner.names(),
                            ExpressionPlace.ACCUMULATION)
                    .check(expression);
            if (file.findings() == before) {
                ExpressionTyper typer = new ExpressionTyper(
                        file, patterns.vocabulary(), inner, ExpressionPlace.ACCUMULATION, Value.UNKNOWN);
                Value value = typer.typedAlone(expression);
                checkShape(expression);
                checkKind(expression, value);
                return file.findings() == before ? value : Value.UNKNOWN;
            }
        } catch (RefusedExpressionException e) {
            e.report(file);
        }
        inner.useAll(tokens);
        return Value.UNKNOWN;
    }

    /// Drools binds a function to one variable: others in its argument are read as the first, or not at all.
    private void checkShape(Expression expression) {
        List<String> bare = bare(expression).distinct().toList();
        List<String> all = names(expression).distinct().toList();
        boolean mixed = !bare.isEmpty() && all.size() > 1;
        if (all.isEmpty() || mixed || hasVariableArgument(expression)) {
            String message = all.isEmpty()
                    ? "The argument of a function must be read from what is accumulated."
                    : "The argument of a function can compute with one variable only.";
            String remedy = "Maybe with operators and fields of the facts: $a.quantity * $a.entryPrice.";
            patterns.file().refuse("lint.accumulate-argument", expression.offset(), expression.end(), message, remedy);
        }
    }

    private void checkKind(Expression expression, Value value) {
        Set<Value.Kind> summed = Set.of(Value.Kind.NUMBER, Value.Kind.WHOLE, Value.Kind.UNKNOWN);
        boolean fits = switch (function.getFunction()) {
            case "sum" -> summed.contains(value.kind());
            case "min", "max" ->
                summed.contains(value.kind())
                        || Set.of(Value.Kind.TEXT, Value.Kind.RATIO, Value.Kind.TIME)
                                .contains(value.kind());
            default ->
                !(expression instanceof Expression.Binary binary
                        && !"+-*".contains(binary.operator().text()));
        };
        if (!fits) {
            String message = "The function (%s) can't be used on %s.".formatted(function.getFunction(), value.words());
            String remedy = "Maybe a number of the facts is meant, or a constraint in the pattern.";
            patterns.file().refuse("lint.accumulate-argument", expression.offset(), expression.end(), message, remedy);
        }
    }

    /// Variables that stand for themselves, not for a fact whose field is read.
    private static Stream<String> bare(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Stream.of(name.name());
        }
        boolean isField = expression instanceof Expression.Access access && access.scope() instanceof Expression.Name;
        return isField ? Stream.empty() : expression.parts().flatMap(AccumulateFunction::bare);
    }

    private static Stream<String> names(Expression expression) {
        return expression instanceof Expression.Name name
                ? Stream.of(name.name())
                : expression.parts().flatMap(AccumulateFunction::names);
    }

    private static boolean hasVariableArgument(Expression expression) {
        return (expression instanceof Expression.Call call
                        && call.arguments().stream()
                                .anyMatch(argument -> names(argument).findAny().isPresent()))
                || expression.parts().anyMatch(AccumulateFunction::hasVariableArgument);
    }
}
