package io.plimsoll.rules.lint;

import java.util.List;
import java.util.Set;
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

    private static final Set<String> FUNCTIONS =
            Set.of("sum", "min", "max", "average", "count", "collectList", "collectSet");

    /// Checks an accumulation, and adds the variables that its results are bound to.
    ///
    /// @param result the pattern that Drools wraps around it; its constraints are those on the results
    /// @param input checks the patterns that are accumulated
    void check(
            PatternDescr result,
            AccumulateDescr accumulate,
            Set<String> variables,
            BiConsumer<BaseDescr, Set<String>> input) {
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
        Set<String> inner = PatternLinter.inner(variables);
        if (accumulate.getInput() != null) {
            input.accept(accumulate.getInput(), inner);
        }
        if (hasInlineCode(accumulate)) {
            String message = "An accumulation can't have code of its own (init, action, reverse, result).";
            file.refuse(
                    "lint.accumulate-code", start, message, "Maybe one of %s.".formatted(String.join(", ", FUNCTIONS)));
            return;
        }
        checkFunctions(accumulate, inner, variables);
        checkResults(result, accumulate, variables);
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

    private void checkFunctions(AccumulateDescr accumulate, Set<String> inner, Set<String> variables) {
        DrlFile file = patterns.file();
        int from = accumulate.getInput() == null
                ? accumulate.getStartCharacter()
                : Math.max(accumulate.getStartCharacter(), accumulate.getInput().getEndCharacter());
        for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
            int name = offsetOfCall(function.getFunction(), from, accumulate.getEndCharacter());
            if (!FUNCTIONS.contains(function.getFunction())) {
                String message = "There is no such function (%s).".formatted(function.getFunction());
                file.refuse("lint.accumulate-function", name, message, "Maybe one of %s.".formatted(sortedFunctions()));
            }
            from = checkParameters(function, name, inner);
            if (function.isUnification()) {
                file.refuse(
                        "lint.unification", name, "A rule can't unify (:=).", "Maybe bind with : and compare with ==.");
            }
            if (function.getBind() != null) {
                patterns.bind(function.getBind(), name, variables);
            }
        }
    }

    private int checkParameters(AccumulateFunctionCallDescr function, int name, Set<String> inner) {
        DrlFile file = patterns.file();
        int from = Math.min(name + function.getFunction().length(), file.text().length());
        for (String parameter : function.getParams()) {
            int start = file.text().indexOf(parameter, from);
            if (start < 0) {
                file.refuse(
                        "lint.unreadable",
                        name,
                        "The argument (%s) can't be read.".formatted(parameter),
                        "Maybe write it shorter.");
            } else if (!parameter.isBlank()) {
                from = start + parameter.length();
                patterns.checkExpression(start, from, inner, ExpressionPlace.ACCUMULATION);
            }
        }
        if (function.getParams().length > 1) {
            file.refuse("lint.accumulate-function", name, "A function takes one argument.", "Maybe use two functions.");
        }
        return from;
    }

    /// Drools keeps no place for a function, so that it is looked up among the tokens.
    private int offsetOfCall(String function, int from, int end) {
        List<Token> tokens = Tokens.of(patterns.file().text(), from, Math.max(from, end));
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(function) && tokens.get(i + 1).is("(")) {
                return tokens.get(i).offset();
            }
        }
        return from;
    }

    /// The executable model drops a constraint that uses none of the results, even `1 == 2`.
    private void checkResults(PatternDescr result, AccumulateDescr accumulate, Set<String> variables) {
        List<String> results = accumulate.getFunctions().stream()
                .map(AccumulateFunctionCallDescr::getBind)
                .toList();
        for (Object constraint : result.getConstraint().getDescrs()) {
            for (Expression expression :
                    patterns.checkConstraint((BaseDescr) constraint, variables, ExpressionPlace.ACCUMULATION)) {
                if (names(expression).noneMatch(results::contains)) {
                    String message = "This condition uses none of the results, and Drools would drop it in silence.";
                    String remedy = "Maybe compare one of %s.".formatted(results);
                    patterns.file().refuse("lint.accumulate-result", expression.offset(), message, remedy);
                }
            }
        }
    }

    private static Stream<String> names(Expression expression) {
        return expression instanceof Expression.Name name
                ? Stream.of(name.name())
                : expression.parts().flatMap(AccumulateLinter::names);
    }

    private static String sortedFunctions() {
        return String.join(", ", FUNCTIONS.stream().sorted().toList());
    }
}
