package io.plimsoll.rules.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/// Walks the conditions of a rule.
///
/// @param patterns checks the patterns
record ConditionLinter(PatternLinter patterns) {

    private static final int MAX_EXPANSION = 64;

    /// Checks the conditions of a rule.
    ///
    /// @return the variables that they bind
    Set<String> check(AndDescr conditions) {
        Set<String> variables = new HashSet<>();
        walk(conditions, variables);
        if (expansion(conditions) > MAX_EXPANSION) {
            patterns.file()
                    .refuse(
                            "lint.or-expansion",
                            conditions.getStartCharacter(),
                            "The alternatives (or) multiply to more than %d rules.".formatted(MAX_EXPANSION),
                            "Maybe split the rule, or use || within one pattern.");
        }
        return variables;
    }

    private void walk(BaseDescr element, Set<String> variables) {
        switch (element) {
            case PatternDescr pattern -> pattern(pattern, variables);
            case AndDescr and -> {
                refuseAnnotations(and.getAnnotations(), and);
                children(and).forEach(child -> walk(child, variables));
            }
            case OrDescr or -> {
                refuseAnnotations(or.getAnnotations(), or);
                walkAlternatives(or, variables);
            }
            case NotDescr not -> walkInner(not, not.getDescrs(), variables);
            case ExistsDescr exists -> walkInner(exists, exists.getDescrs(), variables);
            default -> refuse(element);
        }
    }

    private void pattern(PatternDescr pattern, Set<String> variables) {
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            new AccumulateLinter(patterns).check(pattern, accumulate, variables, this::walk);
        } else {
            patterns.check(pattern, variables);
        }
    }

    private void walkAlternatives(OrDescr or, Set<String> variables) {
        Set<String> bound = new HashSet<>();
        for (BaseDescr child : children(or)) {
            Set<String> branch = PatternLinter.inner(variables);
            walk(child, branch);
            bound.addAll(branch);
        }
        variables.addAll(bound);
    }

    private void walkInner(BaseDescr element, List<?> children, Set<String> variables) {
        if (children.isEmpty()) {
            patterns.file()
                    .refuse(
                            "lint.element",
                            element.getStartCharacter(),
                            "Nothing is matched here.",
                            "Maybe add a pattern.");
        }
        Set<String> inner = PatternLinter.inner(variables);
        children.forEach(child -> walk((BaseDescr) child, inner));
    }

    private void refuseAnnotations(java.util.Collection<?> annotations, BaseDescr element) {
        if (!annotations.isEmpty()) {
            int offset = element.getStartCharacter();
            patterns.file()
                    .refuse("lint.annotation", offset, "A condition can't have annotations.", "Maybe delete them.");
        }
    }

    private void refuse(BaseDescr element) {
        DrlFile file = patterns.file();
        int offset = element.getStartCharacter();
        switch (element) {
            case EvalDescr _ -> file.refuse("lint.eval", offset, "A rule can't use eval.", "Maybe write a constraint.");
            case ForallDescr _ ->
                file.refuse(
                        "lint.forall",
                        offset,
                        "A rule can't use forall.",
                        "Maybe write not with the opposite constraint.");
            case NamedConsequenceDescr _ -> refuseNamedConsequence(file, offset);
            case ConditionalBranchDescr _ -> refuseNamedConsequence(file, offset);
            default -> {
                String message = "This condition (%s) is not part of the rule language."
                        .formatted(element.getClass().getSimpleName());
                file.refuse("lint.element", offset, message, "Maybe use patterns, not, exists, or, accumulate.");
            }
        }
    }

    private static void refuseNamedConsequence(DrlFile file, int offset) {
        file.refuse(
                "lint.named-consequence",
                offset,
                "A rule has one consequence only (do).",
                "Maybe write a second rule.");
    }

    /// How many rules Drools makes of these conditions: it expands every `or`, however deep, into all combinations.
    private static long expansion(BaseDescr element) {
        if (element instanceof OrDescr or) {
            return children(or).stream().mapToLong(ConditionLinter::expansion).sum();
        }
        if (element instanceof PatternDescr pattern && pattern.getSource() instanceof AccumulateDescr accumulate) {
            return accumulate.getInput() == null ? 1 : expansion(accumulate.getInput());
        }
        if (element instanceof ConditionalElementDescr group) {
            long product = 1;
            for (BaseDescr child : children(group)) {
                product = Math.min(product * expansion(child), 1_000_000);
            }
            return product;
        }
        return 1;
    }

    private static List<BaseDescr> children(ConditionalElementDescr element) {
        return element.getDescrs().stream().map(BaseDescr.class::cast).toList();
    }
}
