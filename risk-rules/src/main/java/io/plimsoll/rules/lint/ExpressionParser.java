package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.List;

/// Reads an expression of the rule language. What it does not know is refused, by name where people know it by name.
final class ExpressionParser {

    private final List<Token> tokens;
    private int position;
    private int lastEnd;

    ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// The whole expression.
    Expression expression() {
        return either();
    }

    /// Demands that nothing follows.
    void requireEnd() {
        if (peek().type() != Token.Type.END) {
            throw Refusal.of(peek());
        }
    }

    boolean isAtEnd() {
        return peek().type() == Token.Type.END;
    }

    Token peek() {
        return tokens.get(position);
    }

    Token peekNext() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        position = Math.min(position + 1, tokens.size() - 1);
        lastEnd = token.end();
        return token;
    }

    void require(String symbol) {
        if (!peek().is(symbol)) {
            throw Refusal.of(peek());
        }
        take();
    }

    private Expression either() {
        Expression left = both();
        while (peek().is("||")) {
            left = new Expression.Binary(left, take(), both());
        }
        return left;
    }

    private Expression both() {
        Expression left = comparison();
        while (peek().is("&&")) {
            left = new Expression.Binary(left, take(), comparison());
        }
        return left;
    }

    /// Comparisons do not chain: `a < b < c` compares a boolean in Java, and is something else in DRL.
    private Expression comparison() {
        refuseHalfConstraint();
        Expression left = sum();
        if (isComparison(peek())) {
            Token operator = take();
            Expression right = sum();
            if (isComparison(peek())) {
                throw Refusal.of(peek());
            }
            return new Expression.Binary(left, operator, right);
        }
        if (peek().is("in") || (peek().is("not") && peekNext().is("in"))) {
            boolean isNegated = take().is("not");
            if (isNegated) {
                take();
            }
            require("(");
            List<Expression> options = arguments();
            return new Expression.In(left, isNegated, options, lastEnd);
        }
        return left;
    }

    private void refuseHalfConstraint() {
        if (isComparison(peek())) {
            throw new RefusedExpressionException(
                    "lint.half-constraint",
                    peek().offset(),
                    "The comparison (%s) has no left side.".formatted(peek().text()),
                    "Maybe repeat the field: \"quantity > 1B && quantity < 3B\".");
        }
    }

    private Expression sum() {
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            left = new Expression.Binary(left, take(), product());
        }
        return left;
    }

    private Expression product() {
        Expression left = prefixed();
        while (peek().is("*")) {
            left = new Expression.Binary(left, take(), prefixed());
        }
        if (peek().is("/") || peek().is("%")) {
            throw new RefusedExpressionException(
                    "lint.division",
                    peek().offset(),
                    "A rule can't divide (%s): a rounded quotient must not decide.".formatted(peek().text()),
                    "Maybe multiply the other side of the comparison.");
        }
        return left;
    }

    private Expression prefixed() {
        Token token = peek();
        if (token.is("-") && peekNext().type() != Token.Type.NUMBER) {
            throw new RefusedExpressionException(
                    "lint.sign", token.offset(), "Only a number can have a sign (-).", "Maybe .negate() is meant.");
        }
        if (token.is("!") || token.is("-")) {
            take();
            return new Expression.Prefixed(token.offset(), token.text(), prefixed());
        }
        return chain();
    }

    private Expression chain() {
        Expression left = primary();
        while (peek().is(".")) {
            take();
            Token name = name();
            left = peek().is("(")
                    ? call(left.offset(), List.of(left), name)
                    : new Expression.Access(left, name.text(), name.offset());
        }
        return left;
    }

    private Expression primary() {
        Token token = peek();
        if (token.type() == Token.Type.NUMBER || token.type() == Token.Type.STRING || isWordLiteral(token)) {
            return new Expression.Literal(token.offset(), take());
        }
        if (token.is("(")) {
            return bracketed();
        }
        Token name = name();
        return peek().is("(") ? call(name.offset(), List.of(), name) : new Expression.Name(name.offset(), name.text());
    }

    private Expression.Call call(int offset, List<Expression> scope, Token name) {
        List<Expression> arguments = callArguments();
        return new Expression.Call(offset, scope, name.text(), name.offset(), arguments, lastEnd);
    }

    private Expression bracketed() {
        Token open = take();
        Expression inner = expression();
        require(")");
        if (isOperand(peek())) {
            throw new RefusedExpressionException(
                    "lint.cast", open.offset(), "A rule can't cast.", "Maybe match a fact of the type instead.");
        }
        return inner;
    }

    private Token name() {
        Token token = peek();
        if (token.type() != Token.Type.NAME || Refusal.isReserved(token.text())) {
            throw Refusal.of(token);
        }
        return take();
    }

    private List<Expression> callArguments() {
        require("(");
        if (peek().is(")")) {
            take();
            return List.of();
        }
        return arguments();
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(expression());
        while (peek().is(",")) {
            take();
            arguments.add(expression());
        }
        require(")");
        return List.copyOf(arguments);
    }

    private static boolean isComparison(Token token) {
        return List.of("==", "!=", "<", "<=", ">", ">=").contains(token.text()) && token.type() == Token.Type.SYMBOL;
    }

    /// Whether an operand begins here, which behind a bracket means that the bracket was a cast.
    private static boolean isOperand(Token token) {
        boolean literal = token.type() == Token.Type.NUMBER || token.type() == Token.Type.STRING;
        boolean name = token.type() == Token.Type.NAME && !token.is("in") && !token.is("not");
        return literal || name || token.is("(");
    }

    private static boolean isWordLiteral(Token token) {
        return token.is("true") || token.is("false") || token.is("null");
    }
}
