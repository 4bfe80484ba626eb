package io.plimsoll.rules.diff;

import io.plimsoll.model.number.Decimals;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One difference between two versions of a rule set.
///
/// @param kind what happened
/// @param subject what it happened to: a row and a column (`margin:retail/major.margin_call`), the name of a rule or of
///     a scenario, a key of a YAML file, a path
/// @param file where it stands: in the later version, or in the earlier one if it is gone
/// @param line counted from 1; 0 for the file as a whole
/// @param before as it was written; empty if it was not there
/// @param after as it is written; empty if it is gone
/// @param move after less before, if both are numbers; in the unit of the column, a percentage in points
/// @param relativeMove the move in percent of what was before, to two places; null if that was 0
public record Change(
        ChangeKind kind,
        String subject,
        String file,
        int line,
        String before,
        String after,
        @Nullable BigDecimal move,
        @Nullable BigDecimal relativeMove) {

    static Change of(ChangeKind kind, String subject, String file, int line, String before, String after) {
        return new Change(kind, subject, file, line, before, after, null, null);
    }

    /// For people, on one line or three: `tables/margin.csv:2: number moved: margin:retail/major.margin_call
    /// 80 % -> 75 % (-5 points, -6.25 %)`.
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String head = "%s: %s: %s"
                .formatted(place, what, subject.equals(file) ? "" : subject)
                .stripTrailing();
        if (move != null) {
            return "%s %s -> %s (%s)".formatted(head, before, after, moves(move));
        }
        String gone = before.isEmpty() ? "" : "\n  - " + before;
        String come = after.isEmpty() ? "" : "\n  + " + after;
        return head + gone + come;
    }

    private String moves(BigDecimal absolute) {
        String points = after.endsWith("%") ? " points" : "";
        String relative = relativeMove == null ? "" : ", %s %%".formatted(signed(relativeMove));
        return signed(absolute) + points + relative;
    }

    private static String signed(BigDecimal number) {
        String plain = Decimals.canonical(number).toPlainString();
        return number.signum() > 0 ? "+" + plain : plain;
    }
}
