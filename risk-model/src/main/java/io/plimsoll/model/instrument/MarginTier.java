package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One bracket of a margin schedule: for notionals from the floor (included) to the cap (excluded).
///
/// Maintenance margin in the tier is `notional × maintenanceRate − maintenanceAmount`; see [MarginSchedule].
///
/// @param floor lowest notional of the tier, in the settlement currency
/// @param cap notional at which the next tier begins; null for no upper end
/// @param maintenanceRate maintenance margin per unit of notional, 0 to 1
/// @param maintenanceAmount what is deducted so that maintenance margin does not jump at the floor (called
///     *cum* too)
/// @param maxLeverage highest leverage; the initial margin rate is its reciprocal. At least 1, at most 1000
public record MarginTier(
        BigDecimal floor,
        @Nullable BigDecimal cap,
        BigDecimal maintenanceRate,
        BigDecimal maintenanceAmount,
        BigDecimal maxLeverage) {

    private static final BigDecimal HIGHEST_LEVERAGE = BigDecimal.valueOf(1000);

    /// @throws InvalidFactException if a field is out of range, the cap is not above the floor, or the initial
    ///     margin rate would lie below the maintenance rate
    public MarginTier {
        floor = Facts.notNegative("floor", floor);
        cap = cap == null ? null : Facts.positive("cap", cap);
        maintenanceRate = Facts.share("maintenanceRate", maintenanceRate);
        maintenanceAmount = Facts.notNegative("maintenanceAmount", maintenanceAmount);
        maxLeverage = Facts.positive("maxLeverage", maxLeverage);
        if (cap != null && cap.compareTo(floor) <= 0) {
            throw new InvalidFactException(
                    "cap", "(%s) must be above the floor (%s). Maybe the two are swapped.".formatted(cap, floor));
        }
        if (maxLeverage.compareTo(BigDecimal.ONE) < 0 || maxLeverage.compareTo(HIGHEST_LEVERAGE) > 0) {
            throw new InvalidFactException(
                    "maxLeverage",
                    "(%s) must be from 1 to 1000. Maybe it was meant as a margin rate.".formatted(maxLeverage));
        }
        if (maintenanceRate.multiply(maxLeverage).compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidFactException(
                    "maintenanceRate",
                    "(%s) must not exceed the initial margin rate, 1/maxLeverage (1/%s). Maybe a percentage lost its sign."
                            .formatted(maintenanceRate, maxLeverage));
        }
    }

    /// Whether a position of this notional is in the tier.
    public boolean contains(BigDecimal notional) {
        return notional.compareTo(floor) >= 0 && (cap == null || notional.compareTo(cap) < 0);
    }

    /// The maintenance margin of a notional in this tier, in the settlement currency.
    public BigDecimal maintenanceMargin(BigDecimal notional) {
        return notional.multiply(maintenanceRate).subtract(maintenanceAmount);
    }

    /// The maintenance margin of a notional in this tier that need not be a decimal that ends.
    public Ratio maintenanceMargin(Ratio notional) {
        return notional.times(maintenanceRate).minus(maintenanceAmount);
    }

    /// The cap, if the tier has an upper end.
    public Optional<BigDecimal> upperEnd() {
        return Optional.ofNullable(cap);
    }
}
