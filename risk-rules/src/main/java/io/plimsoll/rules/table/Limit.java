package io.plimsoll.rules.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A bound of a column.
///
/// @param value as rules read it
/// @param written as the file has it
public record Limit(BigDecimal value, String written) {

    /// Reads a bound that is written as the cells of its column are.
    ///
    /// @param refuse is told a clause that follows the text, and a remedy
    /// @return empty if the text is no number in that unit
    public static Optional<Limit> read(String written, Unit unit, BiConsumer<String, String> refuse) {
        try {
            return Optional.of(new Limit(unit.parse(written), written));
        } catch (InvalidCellException e) {
            refuse.accept(e.clause(), e.remedy());
            return Optional.empty();
        }
    }
}
