package io.plimsoll.rules.lint;

/// A piece of an expression.
///
/// @param type what it is
/// @param text as written
/// @param offset where it begins in the file
record Token(Type type, String text, int offset) {

    /// What a token is.
    enum Type {
        /// A word: a name or a keyword.
        NAME,
        /// Anything that begins with a digit.
        NUMBER,
        /// Text in double quotes.
        STRING,
        /// An operator or punctuation.
        SYMBOL,
        /// What is no token of the language.
        STRANGE,
        /// The end of the expression.
        END
    }

    boolean is(String symbol) {
        return (type == Type.SYMBOL || type == Type.NAME) && text.equals(symbol);
    }

    int end() {
        return offset + text.length();
    }
}
