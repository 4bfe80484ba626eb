package io.plimsoll.rules.lint;

import java.util.List;
import java.util.stream.Stream;

/// An expression of a constraint or a consequence: all that the rule language knows.
sealed interface Expression {

    /// Where it begins in the file.
    int offset();

    /// Where it ends in the file: behind its last character.
    int end();

    /// The expressions that it is made of.
    Stream<Expression> parts();

    /// A number, a text, `true`, `false` or `null`.
    record Literal(int offset, Token token) implements Expression {
        @Override
        public int end() {
            return token.end();
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.empty();
        }

        boolean isText() {
            return token.type() == Token.Type.STRING;
        }

        boolean isNumber() {
            return token.type() == Token.Type.NUMBER;
        }

        /// A text without its quotes.
        String unquoted() {
            return token.text().substring(1, token.text().length() - 1);
        }
    }

    /// A bare name.
    record Name(int offset, String name) implements Expression {
        @Override
        public int end() {
            return offset + name.length();
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.empty();
        }
    }

    /// `scope.name`.
    record Access(Expression scope, String name, int nameOffset) implements Expression {
        @Override
        public int offset() {
            return scope.offset();
        }

        @Override
        public int end() {
            return nameOffset + name.length();
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(scope);
        }
    }

    /// `name(…)` or `scope.name(…)`.
    ///
    /// @param scope one expression, or none
    record Call(int offset, List<Expression> scope, String name, int nameOffset, List<Expression> arguments, int end)
            implements Expression {
        @Override
        public Stream<Expression> parts() {
            return Stream.concat(scope.stream(), arguments.stream());
        }
    }

    /// A sign or a negation before an expression.
    record Prefixed(int offset, String operator, Expression operand) implements Expression {
        @Override
        public int end() {
            return operand.end();
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(operand);
        }
    }

    /// Two expressions with an operator between them.
    record Binary(Expression left, Token operator, Expression right) implements Expression {
        @Override
        public int offset() {
            return left.offset();
        }

        @Override
        public int end() {
            return right.end();
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(left, right);
        }
    }

    /// `value in (…)` or `value not in (…)`.
    ///
    /// @param isNegated whether it says `not in`
    record In(Expression value, boolean isNegated, List<Expression> options, int end) implements Expression {
        @Override
        public int offset() {
            return value.offset();
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.concat(Stream.of(value), options.stream());
        }
    }
}
