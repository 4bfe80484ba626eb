package io.plimsoll.rules.document.json;

import java.util.HexFormat;

/// Foreign text made safe to repeat in a sentence: short, on one line, and without characters that hide or reorder
/// others.
public final class Shown {

    /// The most characters of a value that are repeated.
    public static final int MAX_LENGTH = 64;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Shown() {}

    /// The text, shortened, with control, formatting and unpaired surrogate characters escaped.
    public static String text(String value) {
        StringBuilder shown = new StringBuilder();
        int i = 0;
        while (i < value.length() && i < MAX_LENGTH) {
            int character = value.codePointAt(i);
            append(shown, character);
            i += Character.charCount(character);
        }
        return i < value.length() ? shown.append('…').toString() : shown.toString();
    }

    /// Whether the text can be repeated as it is.
    public static boolean isPlain(String value) {
        return value.length() <= MAX_LENGTH && value.codePoints().allMatch(Shown::isVisible);
    }

    private static void append(StringBuilder shown, int character) {
        if (isVisible(character)) {
            shown.appendCodePoint(character);
            return;
        }
        for (char unit : Character.toChars(character)) {
            shown.append("\\u").append(HEX.toHexDigits(unit));
        }
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
