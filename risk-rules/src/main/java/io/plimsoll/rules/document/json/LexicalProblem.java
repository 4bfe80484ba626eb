package io.plimsoll.rules.document.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.plimsoll.model.number.Decimals;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What keeps a text from being JSON, in the reader's own words: the parser's speak of Java and of its options.
final class LexicalProblem {

    private static final Pattern STRAY_WORD = Pattern.compile("(?:Non-standard|Unrecognized) token '([^']*)'");
    private static final Pattern STRAY_CHARACTER = Pattern.compile("Unexpected character \\('(.)'", Pattern.DOTALL);
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[+-]?(NaN|Inf|INF|Infinity)");

    private LexicalProblem() {}

    /// Reports what the parser met.
    ///
    /// @param pointer of the value that could not be read
    static void report(JsonProcessingException e, String pointer, Problems problems) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            reportLimit(message, pointer, problems);
        } else if (e instanceof JsonEOFException) {
            problems.add(pointer, "ends too early%s.".formatted(place(e)), "Maybe a bracket or quote is not closed.");
        } else {
            reportSyntax(message, place(e), pointer, problems);
        }
    }

    private static void reportLimit(String message, String pointer, Problems problems) {
        if (message.startsWith("Document nesting depth")) {
            problems.add(
                    pointer, "is nested deeper than %d levels.".formatted(JsonText.MAX_DEPTH), "Maybe flatten it.");
        } else if (message.startsWith("Number value length")) {
            problems.add(
                    pointer,
                    "is too long; a number has at most %d characters.".formatted(Decimals.MAX_TEXT_LENGTH),
                    "Maybe round it.");
        } else {
            problems.add(
                    pointer,
                    "holds a string of more than %,d or a name of more than %,d characters."
                            .formatted(JsonText.MAX_STRING_LENGTH, JsonText.MAX_NAME_LENGTH),
                    "Maybe shorten it.");
        }
    }

    private static void reportSyntax(String message, String place, String pointer, Problems problems) {
        Matcher word = STRAY_WORD.matcher(message);
        if (word.find()) {
            boolean isNumber = NOT_A_NUMBER.matcher(word.group(1)).matches();
            problems.add(
                    pointer,
                    "(%s) is not %s%s.".formatted(Shown.text(word.group(1)), isNumber ? "a number" : "JSON", place),
                    isNumber ? "Maybe leave the entry out." : "Maybe put it in quotes.");
            return;
        }
        Matcher character = STRAY_CHARACTER.matcher(message);
        String found = character.find() ? " at (%s)".formatted(Shown.text(character.group(1))) : "";
        problems.add(
                pointer,
                "is not JSON%s%s.".formatted(found, place),
                "Maybe a comma, colon, quote or bracket is wrong.");
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " in line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
