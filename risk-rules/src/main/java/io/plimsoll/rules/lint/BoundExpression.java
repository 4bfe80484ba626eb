package io.plimsoll.rules.lint;

import java.util.List;
import java.util.Optional;

/// An expression, perhaps with a binding before it: `$name : expression`.
///
/// @param name the variable, if there is one
/// @param isUnification whether it is bound by `:=`
/// @param isBracketed whether the expression begins with a bracket
/// @param expression what stands behind the binding
record BoundExpression(Optional<Token> name, boolean isUnification, boolean isBracketed, Expression expression) {

    /// The variable that tokens begin with, if they are a binding.
    static Optional<Token> nameOf(List<Token> tokens) {
        boolean isBound = tokens.size() > 1
                && tokens.getFirst().type() == Token.Type.NAME
                && (tokens.get(1).is(":") || tokens.get(1).is(":="));
        return isBound ? Optional.of(tokens.getFirst()) : Optional.empty();
    }

    /// Reads tokens to their end.
    ///
    /// @throws RefusedExpressionException if they are no expression of the rule language
    static BoundExpression read(List<Token> tokens) {
        ExpressionParser parser = new ExpressionParser(tokens);
        Optional<Token> name = nameOf(tokens);
        name.ifPresent(token -> parser.take());
        boolean isUnification = name.isPresent() && parser.take().is(":=");
        boolean isBracketed = parser.peek().is("(");
        Expression expression = parser.expression();
        parser.requireEnd();
        return new BoundExpression(name, isUnification, isBracketed, expression);
    }
}
