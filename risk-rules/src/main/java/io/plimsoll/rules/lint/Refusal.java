package io.plimsoll.rules.lint;

import java.util.Map;
import java.util.Set;

/// What to say of a token that has no place in the rule language.
final class Refusal {

    private static final String JAVA = "Maybe say it with patterns and tables; what is missing belongs in the model.";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("new", "lint.new"),
            Map.entry("instanceof", "lint.instanceof"),
            Map.entry("if", "lint.statement"),
            Map.entry("else", "lint.statement"),
            Map.entry("for", "lint.loop"),
            Map.entry("while", "lint.loop"),
            Map.entry("do", "lint.loop"),
            Map.entry("switch", "lint.statement"),
            Map.entry("try", "lint.statement"),
            Map.entry("throw", "lint.statement"),
            Map.entry("return", "lint.statement"),
            Map.entry("assert", "lint.statement"),
            Map.entry("synchronized", "lint.statement"),
            Map.entry("yield", "lint.statement"),
            Map.entry("break", "lint.statement"),
            Map.entry("continue", "lint.statement"),
            Map.entry("class", "lint.class"),
            Map.entry("interface", "lint.class"),
            Map.entry("enum", "lint.class"),
            Map.entry("record", "lint.class"),
            Map.entry("super", "lint.name"),
            Map.entry("final", "lint.declaration"),
            Map.entry("static", "lint.declaration"),
            Map.entry("var", "lint.declaration"));

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("->", "lint.lambda"),
            Map.entry("::", "lint.method-reference"),
            Map.entry("=", "lint.assignment"),
            Map.entry("++", "lint.assignment"),
            Map.entry("--", "lint.assignment"),
            Map.entry("[", "lint.array"),
            Map.entry("{", "lint.block"),
            Map.entry("@", "lint.annotation"),
            Map.entry("?", "lint.conditional"),
            Map.entry(":=", "lint.unification"),
            Map.entry("#", "lint.cast"),
            Map.entry("##", "lint.operator"));

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
            return refuse("lint.syntax", token, "The expression ends too early.", "Maybe a bracket is not closed.");
        }
        if (token.text().startsWith("'")) {
            return refuse("lint.quote", token, "Texts stand in double quotes.", "Maybe replace ' with \".");
        }
        if (token.type() == Token.Type.STRANGE) {
            return refuse(
                    "lint.character",
                    token,
                    "The character (%s) has no meaning here.".formatted(shown(token)),
                    "Maybe delete it.");
        }
        if (WORDS.containsKey(token.text())) {
            String message = "A rule can't use %s.".formatted(token.text());
            return refuse(WORDS.getOrDefault(token.text(), "lint.syntax"), token, message, JAVA);
        }
        if (ASSIGNING.contains(token.text())) {
            return refuse("lint.assignment", token, "A rule changes nothing (%s).".formatted(token.text()), JAVA);
        }
        String code = SYMBOLS.get(token.text());
        if (code != null) {
            return refuse(
                    code,
                    token,
                    "A rule can't use %s (%s).".formatted(code.substring("lint.".length()), token.text()),
                    JAVA);
        }
        return refuse(
                token.type() == Token.Type.NAME ? "lint.operator" : "lint.syntax",
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
