package io.plimsoll.rules.lint;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Checks how numbers are written: a decimal without the suffix `B` is a `double`, and compares wrongly without a word.
final class NumberLiteral {

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?B");
    private static final Pattern BINARY =
            Pattern.compile("[0-9]+(\\.[0-9]+|([eE][+-]?[0-9]{1,3})|[fFdD])[0-9eE+-]*[fFdD]?");

    private NumberLiteral() {}

    /// Refuses a number that is neither whole nor a decimal.
    static void check(DrlFile file, Expression.Literal literal, ExpressionPlace place) {
        if (literal.isNumber() && place == ExpressionPlace.CONSEQUENCE) {
            String message = "A consequence can't write numbers (%s)."
                    .formatted(literal.token().text());
            String remedy = "Maybe $row.number(\"column\"), BigDecimal.ONE, or a variable of a pattern.";
            file.refuse("lint.consequence-number", literal.offset(), message, remedy);
        } else if (literal.isNumber() && !WHOLE.matcher(literal.token().text()).matches()) {
            checkDecimal(file, literal);
        }
    }

    /// Refuses a number in a list that is no decimal: the two compilers of Drools disagree on those.
    static void checkInList(DrlFile file, Expression.Literal literal, ExpressionPlace place) {
        String text = literal.token().text();
        if (literal.isNumber() && WHOLE.matcher(text).matches()) {
            String message = "The number (%s) stands in a list without the suffix B.".formatted(text);
            file.refuse("lint.decimal", literal.offset(), message, "Maybe %sB.".formatted(text));
        } else {
            check(file, literal, place);
        }
    }

    private static void checkDecimal(DrlFile file, Expression.Literal literal) {
        String text = literal.token().text();
        if (DECIMAL.matcher(text).matches()) {
            checkBounds(file, literal, text.substring(0, text.length() - 1));
        } else if (BINARY.matcher(text).matches()) {
            String message = "The number (%s) is a binary fraction, which compares inexactly.".formatted(text);
            file.refuse("lint.decimal", literal.offset(), message, "Maybe %sB.".formatted(mended(text)));
        } else {
            String message = "The number (%s) is not written as rules write numbers.".formatted(text);
            file.refuse("lint.number", literal.offset(), message, "Maybe digits with the suffix B, like 0.5B.");
        }
    }

    private static void checkBounds(DrlFile file, Expression.Literal literal, String digits) {
        try {
            Decimals.parse(digits);
        } catch (IllegalArgumentException e) {
            String message = "The number (%sB) %s".formatted(digits, e.getMessage());
            file.refuse("lint.number", literal.offset(), message, "Maybe fewer digits.");
        }
    }

    private static String mended(String text) {
        String digits = text.replaceAll("[fFdD]$", "");
        try {
            return Decimals.bounded(new BigDecimal(digits)).toPlainString();
        } catch (IllegalArgumentException e) {
            return "0.5";
        }
    }
}
