package io.plimsoll.rules.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// Changes rule files at random, token by token, by pieces of others and by what rules must not do.
///
/// @param random seeded, so that a finding can be had again
/// @param rules benign rule files
/// @param fragments pieces of code that rules may not have
record RuleMutations(SplittableRandom random, List<String> rules, List<String> fragments) {

    private static final Pattern TOKENS = Pattern.compile("(?<=\\W)|(?=\\W)");

    private static final List<String> WORDS = List.of(
            "eval(",
            "from",
            "new ",
            "import",
            "static",
            "function",
            "declare",
            "query",
            "drools",
            "kcontext",
            "insert",
            "modify",
            "not",
            "exists",
            "or",
            "and",
            "accumulate(",
            "salience",
            "enabled",
            "timer",
            "dialect \"mvel\"",
            "extends",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ";",
            ",",
            ".",
            ":",
            ":=",
            "->",
            "::",
            "//",
            "/*",
            "*/",
            "\"",
            "'",
            "\\u0022",
            "\\",
            "\n",
            "then",
            "end",
            "when",
            "rule \"x\"",
            "$a",
            "getClass()",
            ".class",
            "getClass",
            "this",
            "null",
            "true",
            "1",
            "1.5",
            "2B",
            "==",
            "!",
            "&&",
            "||",
            "?",
            "@",
            "#",
            "do[x]",
            "then[x]",
            "if");

    /// One more file.
    String next() {
        List<String> tokens = new ArrayList<>(List.of(TOKENS.split(pick(rules), -1)));
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(tokens);
        }
        return String.join("", tokens);
    }

    private void change(List<String> tokens) {
        // What stands before the rules is changed too, but less often.
        int from = random.nextInt(8) == 0 ? 0 : Math.max(0, tokens.lastIndexOf("rule"));
        int at = from + random.nextInt(Math.max(1, tokens.size() - from));
        switch (random.nextInt(7)) {
            case 0 -> tokens.remove(Math.min(at, tokens.size() - 1));
            case 1 -> tokens.add(at, tokens.get(Math.min(at, tokens.size() - 1)));
            case 2 -> tokens.set(Math.min(at, tokens.size() - 1), pick(WORDS));
            case 3 -> tokens.add(at, pick(WORDS));
            case 4 -> tokens.add(at, pick(fragments));
            case 5 -> tokens.set(Math.min(at, tokens.size() - 1), pick(fragments));
            default -> splice(tokens, at);
        }
    }

    private void splice(List<String> tokens, int at) {
        String[] other = TOKENS.split(pick(rules), -1);
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(12));
        tokens.addAll(at, List.of(other).subList(from, to));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
