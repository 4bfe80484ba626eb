package io.plimsoll.rules.lint;

import java.util.ArrayList;
import java.util.List;

/// Cuts a stretch of a rule file into tokens.
final class Tokens {

    /// Longest first.
    private static final List<String> SYMBOLS = List.of(
            ">>>=", "<<=", ">>=", ">>>", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", ":=", "!.", "##", "?.", ".?");

    private static final String SINGLE = "()[]{}<>.,;:?!=+-*/%&|^~#@";

    private final String text;
    private final int end;
    private int position;

    private Tokens(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    /// The tokens from one offset to another, without comments; the last is the end.
    static List<Token> of(String text, int start, int end) {
        Tokens reader = new Tokens(text, start, end);
        List<Token> tokens = new ArrayList<>();
        while (reader.skipBlanks()) {
            tokens.add(reader.next());
        }
        tokens.add(new Token(Token.Type.END, "", end));
        return tokens;
    }

    /// Where the word or symbol ends that begins at an offset; the offset itself if none does.
    static int endOfFirst(String text, int start) {
        if (start >= text.length() || Character.isWhitespace(text.charAt(start))) {
            return start;
        }
        return new Tokens(text, start, text.length()).next().end();
    }

    private Token next() {
        int start = position;
        char c = text.charAt(start);
        if (c == '"') {
            return string();
        }
        if (isDigit(c)) {
            return token(Token.Type.NUMBER, endOfNumber());
        }
        if (isNameStart(c)) {
            int stop = start + 1;
            while (stop < end && (isNameStart(text.charAt(stop)) || isDigit(text.charAt(stop)))) {
                stop++;
            }
            return token(Token.Type.NAME, stop);
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, start) && start + symbol.length() <= end) {
                return token(Token.Type.SYMBOL, start + symbol.length());
            }
        }
        return token(SINGLE.indexOf(c) >= 0 ? Token.Type.SYMBOL : Token.Type.STRANGE, start + 1);
    }

    private Token string() {
        int stop = position + 1;
        while (stop < end && text.charAt(stop) != '"' && text.charAt(stop) != '\n') {
            stop += text.charAt(stop) == '\\' ? 2 : 1;
        }
        boolean closed = stop < end && text.charAt(stop) == '"';
        return token(closed ? Token.Type.STRING : Token.Type.STRANGE, Math.min(end, stop + 1));
    }

    /// Everything that could belong to a number in any language, so that no odd form is read as two tokens.
    private int endOfNumber() {
        int stop = position;
        while (stop < end) {
            char c = text.charAt(stop);
            boolean exponentSign = (c == '-' || c == '+') && "eE".indexOf(text.charAt(stop - 1)) >= 0;
            boolean fraction = c == '.' && stop + 1 < end && isDigit(text.charAt(stop + 1));
            if (!isDigit(c) && !isNameStart(c) && !fraction && !exponentSign) {
                break;
            }
            stop++;
        }
        return stop;
    }

    private Token token(Token.Type type, int stop) {
        Token token = new Token(type, text.substring(position, stop), position);
        position = stop;
        return token;
    }

    /// Whether there is more.
    private boolean skipBlanks() {
        while (position < end) {
            if (text.startsWith("//", position)) {
                position = after("\n", position);
            } else if (text.startsWith("/*", position)) {
                position = after("*/", position + 2);
            } else if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else {
                return true;
            }
        }
        return false;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? end : Math.min(end, found + mark.length());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }
}
