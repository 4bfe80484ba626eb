package io.plimsoll.model.instrument;

import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The margin tiers of an instrument, in ascending order of notional.
///
/// Maintenance margin is continuous in the notional, like tax brackets: `MM(N) = N·r_k − c_k` in tier *k*, with
/// `c_0 = 0` and `c_k = c_{k−1} + floor_k·(r_k − r_{k−1})`. A schedule that breaks this is refused, because a
/// jump would make an account liquidatable between two ticks. Rates never fall from tier to tier, so
/// maintenance margin is convex, which the exact liquidation price relies on.
///
/// Source: Binance USD-M "maintenance amount"; the same formula is Hyperliquid's "maintenance deduction".
///
/// @param tiers at least one; the first begins at 0, each next one where the one before ends
public record MarginSchedule(List<MarginTier> tiers) {

    /// The most tiers of a schedule.
    public static final int MAX_TIERS = 64;

    /// @throws InvalidFactException if the tiers leave a gap, overlap, jump, or their rates fall or leverages
    ///     rise
    public MarginSchedule {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.size() > MAX_TIERS) {
            throw new InvalidFactException(
                    "tiers", "must have 1 to %d entries. Maybe give one tier with the floor 0.".formatted(MAX_TIERS));
        }
        requireStart(tiers.getFirst());
        for (int i = 1; i < tiers.size(); i++) {
            requireContinuation(i, tiers.get(i - 1), tiers.get(i));
        }
    }

    /// A schedule of one tier without an upper end.
    public static MarginSchedule flat(BigDecimal maintenanceRate, BigDecimal maxLeverage) {
        return new MarginSchedule(
                List.of(new MarginTier(BigDecimal.ZERO, null, maintenanceRate, BigDecimal.ZERO, maxLeverage)));
    }

    /// The maintenance amount that makes maintenance margin continuous where a tier follows another:
    /// `c_k = c_{k−1} + floor_k·(r_k − r_{k−1})`.
    public static BigDecimal continuousAmount(MarginTier previous, BigDecimal floor, BigDecimal maintenanceRate) {
        return previous.maintenanceAmount().add(floor.multiply(maintenanceRate.subtract(previous.maintenanceRate())));
    }

    /// The tier of a notional: the last whose floor it reaches. A notional above the last cap is in the last
    /// tier, so that a position that outgrew the schedule is still margined.
    ///
    /// @param notional zero or positive, in the settlement currency
    public MarginTier tierAt(BigDecimal notional) {
        return tiers.get(indexAt(notional));
    }

    /// The position in [#tiers()] of the tier of a notional.
    public int indexAt(BigDecimal notional) {
        int index = 0;
        while (index + 1 < tiers.size()
                && notional.compareTo(tiers.get(index + 1).floor()) >= 0) {
            index++;
        }
        return index;
    }

    /// The tier of a notional that need not be a decimal that ends; as above.
    public MarginTier tierAt(Ratio notional) {
        return tiers.get(indexAt(notional));
    }

    /// The position in [#tiers()] of the tier of such a notional.
    public int indexAt(Ratio notional) {
        int index = 0;
        while (index + 1 < tiers.size()
                && notional.compareTo(tiers.get(index + 1).floor()) >= 0) {
            index++;
        }
        return index;
    }

    /// The maintenance margin of a notional, in the settlement currency. Exact.
    public BigDecimal maintenanceMargin(BigDecimal notional) {
        return tierAt(notional).maintenanceMargin(notional);
    }

    /// The maintenance margin of such a notional, in the settlement currency. Exact.
    public Ratio maintenanceMargin(Ratio notional) {
        return tierAt(notional).maintenanceMargin(notional);
    }

    /// The initial margin of a notional: `notional / maxLeverage` of its tier. Exact.
    public Ratio initialMargin(BigDecimal notional) {
        return Ratio.of(notional, tierAt(notional).maxLeverage());
    }

    /// The highest leverage at which a position can be opened with this much margin of its own: walks up the
    /// tiers until the next one can't be reached, and answers `min(cap / margin, maxLeverage)` there.
    ///
    /// Source: the convention of freqtrade's `get_max_leverage`, over Binance's tiers.
    ///
    /// @param margin zero or positive, in the settlement currency
    public Ratio maxLeverageFor(BigDecimal margin) {
        for (int i = 0; i + 1 < tiers.size(); i++) {
            MarginTier next = tiers.get(i + 1);
            boolean nextIsOutOfReach = next.floor().compareTo(margin.multiply(next.maxLeverage())) > 0;
            if (nextIsOutOfReach) {
                return reachable(tiers.get(i), margin);
            }
        }
        return Ratio.of(tiers.getLast().maxLeverage());
    }

    private static Ratio reachable(MarginTier tier, BigDecimal margin) {
        Ratio highest = Ratio.of(tier.maxLeverage());
        if (margin.signum() == 0 || tier.cap() == null) {
            return highest;
        }
        Ratio toTheCap = Ratio.of(tier.cap(), margin);
        return toTheCap.compareTo(highest) < 0 ? toTheCap : highest;
    }

    private static void requireStart(MarginTier first) {
        if (first.floor().signum() != 0) {
            throw new InvalidFactException(
                    "tiers/0/floor",
                    "must be 0, but is %s. Maybe the tiers are not in ascending order.".formatted(first.floor()));
        }
        if (first.maintenanceAmount().signum() != 0) {
            throw new InvalidFactException(
                    "tiers/0/maintenanceAmount",
                    "must be 0, but is %s. Maybe leave it out: it is computed.".formatted(first.maintenanceAmount()));
        }
    }

    private static void requireContinuation(int i, MarginTier previous, MarginTier tier) {
        String at = "tiers/" + i;
        if (previous.cap() == null || previous.cap().compareTo(tier.floor()) != 0) {
            throw new InvalidFactException(
                    at + "/floor",
                    "(%s) must be the cap of the tier before (%s), without a gap or overlap. Maybe the tiers are not in ascending order."
                            .formatted(tier.floor(), previous.cap() == null ? "none" : previous.cap()));
        }
        if (tier.maintenanceRate().compareTo(previous.maintenanceRate()) < 0) {
            throw new InvalidFactException(
                    at + "/maintenanceRate",
                    "(%s) must not be below that of the tier before (%s). Maybe the tiers are not in ascending order."
                            .formatted(tier.maintenanceRate(), previous.maintenanceRate()));
        }
        if (tier.maxLeverage().compareTo(previous.maxLeverage()) > 0) {
            throw new InvalidFactException(
                    at + "/maxLeverage",
                    "(%s) must not be above that of the tier before (%s). Maybe the tiers are not in ascending order."
                            .formatted(tier.maxLeverage(), previous.maxLeverage()));
        }
        BigDecimal continuous = continuousAmount(previous, tier.floor(), tier.maintenanceRate());
        if (tier.maintenanceAmount().compareTo(continuous) != 0) {
            throw new InvalidFactException(
                    at + "/maintenanceAmount",
                    "(%s) must be %s, so that maintenance margin does not jump. Maybe leave it out: it is computed."
                            .formatted(tier.maintenanceAmount(), plain(continuous)));
        }
    }

    private static String plain(BigDecimal value) {
        return value.setScale(Math.max(0, value.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
