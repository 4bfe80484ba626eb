package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.PatternDescr;

/// Checks `accumulate(patterns; $result : function(…); constraints)`.
///
/// @param patterns checks what the expressions say
record AccumulateLinter(PatternLinter patterns) {

    /// Checks an accumulation, and adds the variables that its results are bound to.
    ///
    /// @param result the pattern that Drools wraps around it; its constraints are those on the results
    /// @param input checks the patterns that are accumulated
    void check(
            PatternDescr result,
            AccumulateDescr accumulate,
            Variables variables,
            BiConsumer<BaseDescr, Variables> input) {
        DrlFile file = patterns.file();
        int start = accumulate.getStartCharacter();
        boolean hasOwnType = !"Object".equals(result.getObjectType()) || result.getIdentifier() != null;
        if (hasOwnType) {
            file.refuse(
                    "lint.from",
                    result.getStartCharacter(),
                    "A rule can't draw facts from an accumulation (from accumulate).",
                    "Maybe \"accumulate(…; $total : sum($quantity))\".");
        }
        if (accumulate instanceof GroupByDescr) {
            file.refuse(
                    "lint.groupby",
                    start,
                    "A rule can't use groupby.",
                    "Maybe accumulate for each match of a pattern.");
        }
        Variables inner = variables.inner();
        if (accumulate.getInput() != null) {
            input.accept(accumulate.getInput(), inner);
        }
        if (hasInlineCode(accumulate)) {
            String message = "An accumulation can't have code of its own (init, action, reverse, result).";
            String remedy = "Maybe one of %s.".formatted(AccumulateFunction.names());
            file.refuse("lint.accumulate-code", start, message, remedy);
            return;
        }
        checkResults(result, checkFunctions(accumulate, inner, variables), variables);
    }

    private static boolean hasInlineCode(AccumulateDescr accumulate) {
        return !accumulate.isExternalFunction()
                || Stream.of(
                                accumulate.getInitCode(),
                                accumulate.getActionCode(),
                                accumulate.getReverseCode(),
                                accumulate.getResultCode())
                        .anyMatch(code -> code != null && !code.isEmpty());
    }

    /// The results, by the variables that they are bound to.
    private Map<String, Value> checkFunctions(AccumulateDescr accumulate, Variables inner, Variables variables) {
        DrlFile file = patterns.file();
        Map<String, Value> results = new java.util.LinkedHashMap<>();
        int from = accumulate.getInput() == null
                ? accumulate.getStartCharacter()
                : Math.max(accumulate.getStartCharacter(), accumulate.getInput().getEndCharacter());
        List<Token> tokens = Tokens.of(file.text(), from, Math.max(from, accumulate.getEndCharacter()));
        for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
            int call = indexOfCall(function.getFunction(), from, tokens);
            int name = call < 0 ? from : tokens.get(call).offset();
            AccumulateFunction checked = new AccumulateFunction(patterns, function, name);
            Value value = checked.check(inner);
            from = checked.end();
            if (function.isUnification()) {
                file.refuse(
                        "lint.unification", name, "A rule can't unify (:=).", "Maybe bind with : and compare with ==.");
            }
            if (function.getBind() != null) {
                boolean isBoundHere = call >= 2 && tokens.get(call - 2).text().equals(function.getBind());
                int offset = isBoundHere ? tokens.get(call - 2).offset() : name;
                patterns.constraints().bind(function.getBind(), offset, value, variables);
                results.put(function.getBind(), value);
            }
        }
        return results;
    }

    /// Drools keeps no place for a function, so that it is looked up among the tokens.
    private static int indexOfCall(String function, int from, List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean isCall = tokens.get(i).is(function) && tokens.get(i + 1).is("(");
            if (isCall && tokens.get(i).offset() >= from) {
                return i;
            }
        }
        return -1;
    }

    private void checkResults(PatternDescr result, Map<String, Value> results, Variables variables) {
        for (BaseDescr constraint : result.getConstraint().getDescrs()) {
            Optional<Expression> read =
                    patterns.constraints().check(constraint, Value.UNKNOWN, variables, ExpressionPlace.ACCUMULATION);
            read.ifPresent(expression -> checkResult(expression, results));
        }
    }

    /// The executable model drops a constraint that uses none of the results, even `1 == 2`; it knows them as objects
    /// that have no methods yet; and it mixes up a count and another result in one computation.
    private void checkResult(Expression expression, Map<String, Value> results) {
        DrlFile file = patterns.file();
        List<Expression.Name> used = new ArrayList<>();
        names(expression).filter(name -> results.containsKey(name.name())).forEach(used::add);
        if (used.isEmpty()) {
            String message = "This condition uses none of the results, and Drools would drop it in silence.";
            String remedy = "Maybe compare one of %s.".formatted(results.keySet());
            file.refuse("lint.accumulate-result", expression.offset(), message, remedy);
        } else if (hasMember(expression, results)) {
            String message = "A result can't be asked for a field within its accumulation.";
            String remedy = "Maybe compare it as it is, or in a pattern behind the accumulation.";
            file.refuse("lint.accumulate-result", expression.offset(), expression.end(), message, remedy);
        } else if (mixes(expression, results)) {
            String message = "A count can't be computed with together with another result here.";
            String remedy = "Maybe compare them in a pattern behind the accumulation.";
            file.refuse("lint.accumulate-result", expression.offset(), expression.end(), message, remedy);
        }
    }

    private static boolean hasMember(Expression expression, Map<String, Value> results) {
        boolean reads = (expression instanceof Expression.Call || expression instanceof Expression.Access)
                && expression
                        .parts()
                        .anyMatch(part -> part instanceof Expression.Name name && results.containsKey(name.name()));
        return reads || expression.parts().anyMatch(part -> hasMember(part, results));
    }

    private static boolean mixes(Expression expression, Map<String, Value> results) {
        if (expression instanceof Expression.Binary binary && !ComparisonTyper.isComparison(binary)) {
            boolean joins = binary.operator().is("&&") || binary.operator().is("||");
            return joins && (mixes(binary.left(), results) || mixes(binary.right(), results));
        }
        List<String> names = names(expression).map(Expression.Name::name).toList();
        long kinds = results.entrySet().stream()
                .filter(result -> names.contains(result.getKey()))
                .map(result -> result.getValue().kind())
                .distinct()
                .count();
        return kinds > 1 && computes(expression);
    }

    private static boolean computes(Expression expression) {
        return (expression instanceof Expression.Binary binary
                        && "+-*".contains(binary.operator().text()))
                || expression.parts().anyMatch(AccumulateLinter::computes);
    }

    private static Stream<Expression.Name> names(Expression expression) {
        return expression instanceof Expression.Name name
                ? Stream.of(name)
                : expression.parts().flatMap(AccumulateLinter::names);
    }
}
