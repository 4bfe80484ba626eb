package io.plimsoll.rules.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;

/// Checks a constraint, and what it binds.
///
/// @param file where it stands
/// @param imports simple names of the types that the file imports
/// @param vocabulary what can be called
record ConstraintLinter(DrlFile file, Set<String> imports, Vocabulary vocabulary) {

    /// Checks one constraint, and adds the variable that it binds.
    ///
    /// @param subject whose fields bare names are
    /// @param place what it can speak of
    /// @return the expression, if it could be read and nothing was refused
    Optional<Expression> check(BaseDescr constraint, Value subject, Variables variables, ExpressionPlace place) {
        int start = constraint.getStartCharacter();
        if (!(constraint instanceof ExprConstraintDescr expression)) {
            file.refuse(
                    "lint.element",
                    start,
                    "This constraint is not part of the rule language.",
                    "Maybe compare a field.");
        } else if (expression.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            file.refuse("lint.positional", start, "Constraints by position are not read.", "Maybe name the field.");
        } else if (!file.text().startsWith(expression.getExpression(), start)) {
            refuseUnreadable(expression);
        } else {
            return check(start, start + expression.getExpression().length(), subject, variables, place);
        }
        return Optional.empty();
    }

    /// What a constraint says, if it can be read; for a look ahead that reports nothing.
    Optional<Expression> parsed(BaseDescr constraint) {
        int start = constraint.getStartCharacter();
        if (!(constraint instanceof ExprConstraintDescr expression)
                || !file.text().startsWith(expression.getExpression(), start)) {
            return Optional.empty();
        }
        try {
            int end = start + expression.getExpression().length();
            return Optional.of(
                    BoundExpression.read(Tokens.of(file.text(), start, end)).expression());
        } catch (RefusedExpressionException e) {
            return Optional.empty();
        }
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
        file.refuse(
                "lint.unreadable", start, "This constraint can't be read where it stands.", "Maybe move comments out.");
    }

    private Optional<Expression> check(int start, int end, Value subject, Variables variables, ExpressionPlace place) {
        List<Token> tokens = Tokens.of(file.text(), start, end);
        try {
            BoundExpression bound = BoundExpression.read(tokens);
            int before = file.findings();
            if (bound.isUnification()) {
                refuseUnification(start);
            }
            Expression expression = bound.expression();
            new ExpressionLinter(file, imports, vocabulary, variables.names(), place).check(expression);
            // What may not be said at all needs no word on its type.
            boolean sound = file.findings() == before;
            if (!sound) {
                variables.useAll(tokens);
            }
            ExpressionTyper typer = new ExpressionTyper(file, vocabulary, variables, place, subject);
            Value value = sound ? typer.typed(expression) : Value.UNKNOWN;
            if (bound.name().isPresent()) {
                Token name = bound.name().get();
                Value held = sound ? new BindingLinter(typer).valueOf(bound) : Value.UNKNOWN;
                bind(name.text(), name.offset(), held, variables);
            } else {
                typer.requireCondition(expression, value);
            }
            return file.findings() == before ? Optional.of(expression) : Optional.empty();
        } catch (RefusedExpressionException e) {
            e.report(file);
            variables.useAll(tokens);
            // Known all the same, so that its uses are not reported for what is wrong here.
            BoundExpression.nameOf(tokens)
                    .ifPresent(name -> bind(name.text(), name.offset(), Value.UNKNOWN, variables));
            return Optional.empty();
        }
    }

    /// Adds a variable. Its `$` keeps variables, fields and types apart for whoever reads a rule.
    Variable bind(String name, int offset, Value value, Variables variables) {
        if (!name.startsWith("$") || name.length() == 1) {
            String message = "The name of a variable (%s) must begin with $.".formatted(name);
            file.refuse("lint.binding", offset, message, "Maybe $%s.".formatted(name));
        }
        if (variables.find(name).isPresent()) {
            String message = "The variable (%s) is bound already in line %d, and would hide it."
                    .formatted(name, file.lineOf(variables.find(name).get().offset()));
            String remedy = "Maybe another name, or a comparison: \"field == %s\".".formatted(name);
            file.refuse("lint.shadow", offset, message, remedy);
        }
        return variables.bind(name, offset, value);
    }

    void refuseUnification(int offset) {
        file.refuse("lint.unification", offset, "A rule can't unify (:=).", "Maybe bind with : and compare with ==.");
    }
}
