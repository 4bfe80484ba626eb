package io.plimsoll.rules.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.EntryPointDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.WindowReferenceDescr;
import org.jspecify.annotations.Nullable;

/// Checks a pattern: its type, its constraints, and where its facts come from.
///
/// @param file where it stands
/// @param imports simple names of the types that the file imports
/// @param vocabulary what can be called
record PatternLinter(DrlFile file, Set<String> imports, Vocabulary vocabulary) {

    /// Checks a pattern, and adds the variables that it binds.
    void check(PatternDescr pattern, Set<String> variables) {
        int offset = pattern.getStartCharacter();
        if (pattern.getObjectType() == null) {
            file.refuse("path", offset, "A rule can't match by paths (/…).", "Maybe match the fact by its type.");
            return;
        }
        checkType(pattern.getObjectType(), offset);
        if (pattern.isQuery()) {
            file.refuse("query", offset, "A rule can't call a query.", "Maybe write its patterns out.");
        }
        if (!pattern.getAnnotations().isEmpty()) {
            file.refuse("annotation", offset, "A pattern can't have annotations.", "Maybe delete them.");
        }
        if (!pattern.getBehaviors().isEmpty()) {
            file.refuse("window", offset, "A rule can't use windows (over).", "Maybe a signal holds what is meant.");
        }
        checkSource(pattern.getSource(), offset);
        String identifier = pattern.getIdentifier();
        if (identifier != null && !identifier.isEmpty()) {
            if (pattern.isUnification()) {
                refuseUnification(offset);
            }
            bind(identifier, offset, variables);
        }
        checkConstraints(pattern, variables);
    }

    /// Checks the constraints of a pattern, and adds the variables that they bind.
    ///
    /// @return the expressions that could be read
    List<Expression> checkConstraints(PatternDescr pattern, Set<String> variables) {
        return pattern.getConstraint().getDescrs().stream()
                .map(BaseDescr.class::cast)
                .flatMap(constraint -> checkConstraint(constraint, variables, ExpressionPlace.CONSTRAINT).stream())
                .toList();
    }

    /// Checks one constraint. Its place says what it can speak of.
    List<Expression> checkConstraint(BaseDescr constraint, Set<String> variables, ExpressionPlace place) {
        int start = constraint.getStartCharacter();
        if (!(constraint instanceof ExprConstraintDescr expression)) {
            file.refuse(
                    "element", start, "This constraint is not part of the rule language.", "Maybe compare a field.");
            return List.of();
        }
        if (expression.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            file.refuse("positional", start, "Constraints by position are not read.", "Maybe name the field.");
            return List.of();
        }
        String text = expression.getExpression();
        if (!file.text().startsWith(text, start)) {
            refuseUnreadable(expression);
            return List.of();
        }
        return checkExpression(start, start + text.length(), variables, place);
    }

    /// Drools changes the text of some constraints, of those with single quotes for one; but what stands in the file is
    /// what is checked.
    private void refuseUnreadable(ExprConstraintDescr constraint) {
        int start = constraint.getStartCharacter();
        for (Token token : Tokens.of(file.text(), start, Math.max(start, constraint.getEndCharacter()))) {
            if (token.text().startsWith("'")) {
                Refusal.of(token).report(file);
                return;
            }
        }
        file.refuse("unreadable", start, "This constraint can't be read where it stands.", "Maybe move comments out.");
    }

    /// Checks what stands between two offsets: an expression, perhaps with a binding before it.
    List<Expression> checkExpression(int start, int end, Set<String> variables, ExpressionPlace place) {
        ExpressionParser parser = new ExpressionParser(Tokens.of(file.text(), start, end));
        try {
            readBinding(parser, variables);
            Expression expression = parser.expression();
            parser.requireEnd();
            new ExpressionLinter(file, imports, vocabulary, Set.copyOf(variables), place).check(expression);
            return List.of(expression);
        } catch (RefusedExpressionException e) {
            e.report(file);
            return List.of();
        }
    }

    private void readBinding(ExpressionParser parser, Set<String> variables) {
        if (parser.peek().type() != Token.Type.NAME) {
            return;
        }
        if (parser.peekNext().is(":=")) {
            refuseUnification(parser.peek().offset());
        }
        if (parser.peekNext().is(":") || parser.peekNext().is(":=")) {
            Token name = parser.take();
            parser.take();
            bind(name.text(), name.offset(), variables);
        }
    }

    /// Adds a variable. Its `$` keeps variables, fields and types apart for whoever reads a rule.
    void bind(String name, int offset, Set<String> variables) {
        if (!name.startsWith("$") || name.length() == 1) {
            String message = "The name of a variable (%s) must begin with $.".formatted(name);
            file.refuse("binding", offset, message, "Maybe $%s.".formatted(name));
        }
        variables.add(name);
    }

    private void refuseUnification(int offset) {
        file.refuse("unification", offset, "A rule can't unify (:=).", "Maybe bind with : and compare with ==.");
    }

    private void checkType(String type, int offset) {
        FactCatalogue catalogue = file.catalogue();
        if (type.contains(".")) {
            String message = "A rule can't name types by their package (%s).".formatted(type);
            file.refuse("qualified-name", offset, message, "Maybe import the type and use its simple name.");
        } else if (type.equals("forall")) {
            file.refuse("forall", offset, "A rule can't use forall.", "Maybe write not with the opposite constraint.");
        } else if (catalogue.isOfLaterPhase(type)) {
            refuseLaterPhase(file, type, offset);
        } else if (!catalogue.facts().containsKey(type)) {
            String message = "There are no facts of this type (%s).".formatted(type);
            file.refuse("type", offset, message, "Maybe one of %s.".formatted(catalogue.factNames()));
        } else if (!imports.contains(type)) {
            String message = "The type (%s) is not imported.".formatted(type);
            String name = catalogue.importable(type).orElse(type);
            file.refuse("import-missing", offset, message, "Maybe add \"import %s;\".".formatted(name));
        }
    }

    /// Threshold rules see only what does not move with every tick.
    static void refuseLaterPhase(DrlFile file, String type, int offset) {
        file.refuse(
                "phase",
                offset,
                "Threshold rules can't read %s: thresholds are kept while marks move.".formatted(type),
                "Maybe the rule belongs in actions/, or a signal says the same.");
    }

    private void checkSource(@Nullable PatternSourceDescr source, int pattern) {
        if (source == null || source instanceof AccumulateDescr) {
            return;
        }
        int offset = file.offsetOf("from", pattern);
        switch (source) {
            case CollectDescr _ -> file.refuse("collect", offset, "A rule can't use collect.", "Maybe accumulate.");
            case EntryPointDescr _ ->
                file.refuse("entry-point", offset, "There are no entry points.", "Maybe delete it.");
            case WindowReferenceDescr _ -> file.refuse("window", offset, "There are no windows.", "Maybe delete it.");
            default ->
                file.refuse(
                        "from",
                        offset,
                        "A rule can't draw facts from an expression (from).",
                        "Maybe match them directly: everything of a snapshot is a fact.");
        }
    }

    /// A scope within which variables can be bound that are unknown outside.
    static Set<String> inner(Set<String> variables) {
        return new HashSet<>(variables);
    }
}
