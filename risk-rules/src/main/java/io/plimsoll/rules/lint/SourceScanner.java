package io.plimsoll.rules.lint;

/// Looks at the characters of a rule file before a parser does: the only check that is made on text.
///
/// It refuses what can't be seen in a syntax tree (escapes that a parser resolves, characters that an editor hides) and
/// what could keep a parser busy (depth, size).
final class SourceScanner {

    static final int MAX_CHARACTERS = 256 * 1024;

    private static final int MAX_DEPTH = 64;

    /// The most characters between two commas or semicolons. What people write is far below; beyond it parsers take
    /// quadratic time and a stack frame for each operator.
    private static final int MAX_STRETCH = 4_000;

    /// What may stand behind a backslash in a text.
    private static final String ESCAPED = "bfnrt\"'\\";

    private final DrlFile file;
    private final String text;
    private int depth;
    private int stretch;

    private SourceScanner(DrlFile file) {
        this.file = file;
        this.text = file.text();
    }

    /// Whether the file may be given to a parser.
    static boolean accepts(DrlFile file) {
        if (file.text().length() > MAX_CHARACTERS) {
            file.refuse(
                    "lint.limit",
                    0,
                    "The file has more than %,d characters (%,d)."
                            .formatted(MAX_CHARACTERS, file.text().length()),
                    "Maybe move numbers into a table.");
            return false;
        }
        int before = file.findings();
        SourceScanner scanner = new SourceScanner(file);
        scanner.refuseHidden();
        scanner.refuseLong();
        return file.findings() == before;
    }

    private void refuseHidden() {
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                file.refuse(
                        "lint.unicode-escape",
                        i,
                        "A Unicode escape (%s) hides what a rule says.".formatted(excerpt(i)),
                        "Maybe write the character itself.");
            }
            if (isHidden(text.charAt(i))) {
                file.refuse(
                        "lint.character",
                        i,
                        "The character (U+%04X) can't be seen.".formatted((int) text.charAt(i)),
                        "Maybe delete it and type the text again.");
            }
        }
    }

    private static boolean isHidden(char c) {
        int type = Character.getType(c);
        boolean blank = c == '\n' || c == '\t';
        return !blank && (type == Character.FORMAT || type == Character.CONTROL || type == Character.LINE_SEPARATOR);
    }

    private String excerpt(int position) {
        return text.substring(position, Math.min(text.length(), position + 6)).replace('\n', ' ');
    }

    private void refuseLong() {
        int position = 0;
        while (position < text.length() && depth <= MAX_DEPTH && stretch <= MAX_STRETCH) {
            position = skip(position);
        }
        if (depth > MAX_DEPTH) {
            String message = "Brackets are nested deeper than %d.".formatted(MAX_DEPTH);
            file.refuse("lint.limit", position - 1, message, "Maybe split the rule.");
        }
        if (stretch > MAX_STRETCH) {
            String message = "An expression has more than %,d characters.".formatted(MAX_STRETCH);
            file.refuse("lint.limit", position - 1, message, "Maybe split the rule, or move its values into a table.");
        }
    }

    /// Goes past one character, string or comment, and returns where the next begins.
    private int skip(int position) {
        char c = text.charAt(position);
        if (text.startsWith("//", position)) {
            return endOf("\n", position);
        }
        if (text.startsWith("/*", position)) {
            return endOf("*/", position + 2);
        }
        int end = c == '"' || c == '\'' ? endOfString(position) : position + 1;
        switch (c) {
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth = Math.max(0, depth - 1);
            case ',', ';' -> stretch = 0;
            default -> stretch += Character.isWhitespace(c) ? 0 : end - position;
        }
        return end;
    }

    private int endOf(String mark, int position) {
        int found = text.indexOf(mark, position);
        return found < 0 ? text.length() : found + mark.length();
    }

    private int endOfString(int position) {
        char quote = text.charAt(position);
        int end = position + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            boolean escapes = text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n';
            if (escapes) {
                refuseUnknownEscape(end);
            }
            end += escapes ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    /// The parser knows more escapes, for regular expressions, which rules don't have; of any other it loses its way.
    private void refuseUnknownEscape(int position) {
        char escaped = text.charAt(position + 1);
        // Unicode escapes are refused wherever they are.
        if (ESCAPED.indexOf(escaped) < 0 && escaped != 'u') {
            String message = "A text has no such escape (\\%c).".formatted(escaped);
            file.refuse("lint.syntax", position, position + 2, message, "Maybe \\\\ for a backslash.");
        }
    }
}
