package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// Funding of a perpetual, as an index: what one unit of the underlying, held long, has paid since the
/// beginning.
///
/// Between settlements it moves linearly in time, so that a snapshot's own moment decides what has accrued.
/// Source: dYdX v4, `−(index now − index at entry) × quantity`.
///
/// @param index at the time, in the settlement currency per unit of the underlying
/// @param perHour how much it moves in an hour; positive when longs pay
/// @param time of the index
public record FundingIndex(BigDecimal index, BigDecimal perHour, Instant time) {

    private static final BigDecimal NANOS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    /// @throws io.plimsoll.model.fact.InvalidFactException if a field is out of range
    public FundingIndex {
        index = Facts.decimal("index", index);
        perHour = Facts.decimal("perHour", perHour);
        time = Facts.instant("time", time);
    }

    /// The index at a moment, exact. Before its own time it stands still.
    public Ratio at(Instant moment) {
        Duration since = Duration.between(time, moment);
        if (since.isNegative() || perHour.signum() == 0) {
            return Ratio.of(index);
        }
        BigDecimal nanos =
                BigDecimal.valueOf(since.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(since.getNano()));
        return Ratio.of(perHour.multiply(nanos), NANOS_PER_HOUR).plus(index);
    }
}
