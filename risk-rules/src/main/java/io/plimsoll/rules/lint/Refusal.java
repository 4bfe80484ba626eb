package io.plimsoll.rules.lint;

import java.util.Map;
import java.util.Set;

/// What to say of a token that has no place in the rule language.
final class Refusal {

    private static final String JAVA = "Maybe say it with patterns and tables; what is missing belongs in the model.";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("new", "new"),
            Map.entry("instanceof", "instanceof"),
            Map.entry("if", "statement"),
            Map.entry("else", "statement"),
            Map.entry("for", "loop"),
            Map.entry("while", "loop"),
            Map.entry("do", "loop"),
            Map.entry("switch", "statement"),
            Map.entry("try", "statement"),
            Map.entry("throw", "statement"),
            Map.entry("return", "statement"),
            Map.entry("assert", "statement"),
            Map.entry("synchronized", "statement"),
            Map.entry("yield", "statement"),
            Map.entry("break", "statement"),
            Map.entry("continue", "statement"),
            Map.entry("class", "class"),
            Map.entry("interface", "class"),
            Map.entry("enum", "class"),
            Map.entry("record", "class"),
            Map.entry("super", "name"),
            Map.entry("final", "declaration"),
            Map.entry("static", "declaration"),
            Map.entry("var", "declaration"));

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("->", "lambda"),
            Map.entry("::", "method-reference"),
            Map.entry("=", "assignment"),
            Map.entry("++", "assignment"),
            Map.entry("--", "assignment"),
            Map.entry("[", "array"),
            Map.entry("{", "block"),
            Map.entry("@", "annotation"),
            Map.entry("?", "conditional"),
            Map.entry(":=", "unification"),
            Map.entry("#", "cast"),
            Map.entry("##", "operator"));

    private static final Set<String> ASSIGNING =
            Set.of("+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");

    private Refusal() {}

    /// Whether a word can't be a name.
    static boolean isReserved(String word) {
        return WORDS.containsKey(word);
    }

    /// The refusal of a token where something else was expected.
    static RefusedExpressionException of(Token token) {
        if (token.type() == Token.Type.END) {
            return refuse("syntax", token, "The expression ends too early.", "Maybe a bracket is not closed.");
        }
        if (token.text().startsWith("'")) {
            return refuse("quote", token, "Texts stand in double quotes.", "Maybe replace ' with \".");
        }
        if (token.type() == Token.Type.STRANGE) {
            return refuse(
                    "character",
                    token,
                    "The character (%s) has no meaning here.".formatted(shown(token)),
                    "Maybe delete it.");
        }
        if (WORDS.containsKey(token.text())) {
            String message = "A rule can't use %s.".formatted(token.text());
            return refuse(WORDS.getOrDefault(token.text(), "syntax"), token, message, JAVA);
        }
        if (ASSIGNING.contains(token.text())) {
            return refuse("assignment", token, "A rule changes nothing (%s).".formatted(token.text()), JAVA);
        }
        String code = SYMBOLS.get(token.text());
        if (code != null) {
            return refuse(code, token, "A rule can't use %s (%s).".formatted(code, token.text()), JAVA);
        }
        return refuse(
                token.type() == Token.Type.NAME ? "operator" : "syntax",
                token,
                "This (%s) is not part of the rule language here.".formatted(shown(token)),
                "Maybe an operator, a comma or a bracket is wrong; the operators are == != < <= > >= && || ! + - * in.");
    }

    private static String shown(Token token) {
        return token.text().length() <= 40 ? token.text() : token.text().substring(0, 40) + "…";
    }

    private static RefusedExpressionException refuse(String code, Token token, String message, String remedy) {
        return new RefusedExpressionException(code, token.offset(), message, remedy);
    }
}
