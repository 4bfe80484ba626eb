package io.plimsoll.rules.table;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// How the cells of a column are written.
public enum Unit {
    /// Letters, digits and the characters `_ . : -`.
    TEXT,
    /// A number with a percent sign, `80 %`; rules read it as its share, 0.8.
    PERCENT,
    /// A plain number such as 0.8 or 12.
    RATIO,
    /// A plain number of some currency.
    AMOUNT,
    /// A whole number, 0 or above.
    COUNT,
    /// A day, `2026-07-01`, which begins at midnight in UTC, or a moment, `2026-07-01T08:00:00Z`.
    DATE;

    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T[0-2]\\d:[0-5]\\d:[0-5]\\dZ)?");
    private static final int DAY_LENGTH = "2026-07-01".length();

    /// Whether cells are numbers.
    public boolean isNumeric() {
        return this != TEXT && this != DATE;
    }

    /// The number that a cell means, exactly.
    ///
    /// @throws InvalidCellException if it is not written as this unit demands
    BigDecimal parse(String cell) {
        return switch (this) {
            case TEXT, DATE -> throw new IllegalStateException("The unit %s has no number.".formatted(this));
            case PERCENT -> percent(cell);
            case RATIO, AMOUNT -> plain(cell);
            case COUNT -> count(cell);
        };
    }

    /// The moment that a cell of a date column means.
    ///
    /// @throws InvalidCellException if it is none
    static Instant parseDate(String cell) {
        if (DATE_FORM.matcher(cell).matches()) {
            try {
                return Instant.parse(cell.length() == DAY_LENGTH ? cell + "T00:00:00Z" : cell);
            } catch (DateTimeParseException e) {
                throw new InvalidCellException("is no day of the calendar", "Maybe 2026-07-01.");
            }
        }
        throw new InvalidCellException(
                "is no date in UTC", "Maybe 2026-07-01, which begins at midnight in UTC, or 2026-07-01T08:00:00Z.");
    }

    private static BigDecimal percent(String cell) {
        if (cell.endsWith("%")) {
            return bounded(decimal(cell.substring(0, cell.length() - 1).stripTrailing())
                    .movePointLeft(2));
        }
        BigDecimal bare = decimal(cell);
        boolean share = bare.scale() > 0 && bare.abs().compareTo(BigDecimal.ONE) < 0;
        throw new InvalidCellException(
                "has no percent sign, but the column's unit is percent",
                "Maybe %s %%.".formatted(shown(share ? bare.movePointRight(2) : bare)));
    }

    private static BigDecimal plain(String cell) {
        if (cell.endsWith("%")) {
            BigDecimal number = decimal(cell.substring(0, cell.length() - 1).stripTrailing())
                    .movePointLeft(2);
            throw new InvalidCellException(
                    "has a percent sign, but the column's unit is not percent", "Maybe %s.".formatted(shown(number)));
        }
        return decimal(cell);
    }

    private static BigDecimal count(String cell) {
        BigDecimal number = plain(cell);
        if (number.signum() < 0 || number.scale() > 0) {
            throw new InvalidCellException(
                    "is no whole number from 0 up", "Maybe round it, or change the column's unit.");
        }
        return number;
    }

    private static BigDecimal decimal(String text) {
        try {
            return Decimals.parse(text);
        } catch (IllegalArgumentException e) {
            throw notANumber(e);
        }
    }

    private static BigDecimal bounded(BigDecimal number) {
        try {
            return Decimals.bounded(number);
        } catch (IllegalArgumentException e) {
            throw notANumber(e);
        }
    }

    private static InvalidCellException notANumber(IllegalArgumentException cause) {
        String reason = String.valueOf(cause.getMessage());
        return new InvalidCellException(
                "is no number here: it " + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason),
                "Maybe write it with digits and at most one decimal point.");
    }

    private static String shown(BigDecimal number) {
        return Decimals.canonical(number).toPlainString();
    }
}
