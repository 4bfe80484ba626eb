package io.plimsoll.rules.lint;

import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.drl.ast.descr.RuleDescr;

/// A rule as two versions of it are compared: without comments and layout, its variables numbered in the order in which
/// they appear, so that what differs is what the rule does.
///
/// @param name unique within its phase
/// @param file path within the rule set
/// @param line where the rule begins, counted from 1
/// @param phase the phase it runs in
/// @param attributes such as `salience 10`; empty if there are none
/// @param condition what stands between `when` and `then`, as one line
/// @param consequence what stands between `then` and `end`, as one line
/// @param text the rule as written
public record RuleSketch(
        String name,
        String file,
        int line,
        Phase phase,
        String attributes,
        String condition,
        String consequence,
        String text) {

    /// The rules of a rule set that can be read, in the order of phases, files and lines.
    ///
    /// @param diagnostics gets the syntax errors of the others
    public static List<RuleSketch> of(RuleSetSource source, Diagnostics diagnostics) {
        List<RuleSketch> sketches = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (String path : source.paths(phase.folder(), ".drl")) {
                source.text(path, diagnostics)
                        .map(text -> new DrlFile(path, text, phase, diagnostics))
                        .filter(SourceScanner::accepts)
                        .ifPresent(file -> DrlReader.read(file)
                                .ifPresent(tree -> tree.getRules().forEach(rule -> sketches.add(sketch(file, rule)))));
            }
        }
        return List.copyOf(sketches);
    }

    private static RuleSketch sketch(DrlFile file, RuleDescr rule) {
        int start = Math.max(0, rule.getStartCharacter());
        int stop = Math.clamp(rule.getEndCharacter() + 1L, start, file.text().length());
        List<Token> tokens = Tokens.of(file.text(), start, stop);
        int when = indexOf("when", tokens, 0);
        int then = indexOf("then", tokens, when);
        // The last token is the end of the text, the one before it the word.
        int end = Math.max(then, tokens.size() - 2);
        Map<String, String> variables = new HashMap<>();
        return new RuleSketch(
                rule.getName(),
                file.path(),
                file.lineOf(start),
                file.phase(),
                attributes(rule),
                line(tokens.subList(Math.min(when + 1, then), then), variables),
                line(tokens.subList(Math.min(then + 1, end), end), variables),
                file.text().substring(start, stop));
    }

    /// Those of the file count for each of its rules.
    private static String attributes(RuleDescr rule) {
        Map<String, String> sorted = new TreeMap<>();
        rule.getAttributes().forEach((name, attribute) -> sorted.put(name, attribute.getValue()));
        return String.join(
                ", ",
                sorted.entrySet().stream()
                        .map(attribute -> attribute.getKey() + " " + attribute.getValue())
                        .toList());
    }

    private static int indexOf(String keyword, List<Token> tokens, int from) {
        int depth = 0;
        for (int i = Math.max(from, 0); i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (depth == 0 && token.is(keyword)) {
                return i;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return tokens.size();
    }

    private static String line(List<Token> tokens, Map<String, String> variables) {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            boolean variable = token.type() == Token.Type.NAME && token.text().startsWith("$");
            words.add(
                    variable
                            ? variables.computeIfAbsent(token.text(), name -> "$" + (variables.size() + 1))
                            : token.text());
        }
        return String.join(" ", words);
    }
}
