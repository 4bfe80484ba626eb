package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Variables check(AndDescr conditions) {
        Variables variables = Variables.none();
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

    private void walk(BaseDescr element, Variables variables) {
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

    private void pattern(PatternDescr pattern, Variables variables) {
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            new AccumulateLinter(patterns).check(pattern, accumulate, variables, this::walk);
        } else {
            patterns.check(pattern, variables);
        }
    }

    private void walkAlternatives(OrDescr or, Variables variables) {
        List<Variables> branches = new ArrayList<>();
        for (BaseDescr child : children(or)) {
            Variables branch = variables.inner();
            walk(child, branch);
            branches.add(branch);
        }
        branches.stream()
                .flatMap(branch -> branch.names().stream())
                .distinct()
                .filter(name -> variables.find(name).isEmpty())
                .forEach(name -> variables.adopt(merged(name, branches)));
    }

    /// A variable that alternatives bind is one variable behind them, if all bind it and to the same kind of value.
    private Variable merged(String name, List<Variables> branches) {
        List<Variable> bound = branches.stream()
                .map(branch -> branch.find(name))
                .flatMap(Optional::stream)
                .toList();
        Variable first = bound.getFirst();
        for (Variable other : bound.subList(1, bound.size())) {
            first.addAlternative(other);
            boolean differs = first.value().isKnown()
                    && other.value().isKnown()
                    && !first.value().type().equals(other.value().type());
            if (differs) {
                String message = "The variable (%s) is %s here and %s in another alternative."
                        .formatted(name, other.value().words(), first.value().words());
                patterns.file().refuse("lint.binding-type", other.offset(), message, "Maybe use two names.");
                first.become(Value.UNKNOWN);
            }
        }
        if (bound.size() < branches.size()) {
            first.bePartial();
        }
        return first;
    }

    private void walkInner(BaseDescr element, List<?> children, Variables variables) {
        if (children.isEmpty()) {
            patterns.file()
                    .refuse(
                            "lint.element",
                            element.getStartCharacter(),
                            "Nothing is matched here.",
                            "Maybe add a pattern.");
        }
        Variables inner = variables.inner();
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
