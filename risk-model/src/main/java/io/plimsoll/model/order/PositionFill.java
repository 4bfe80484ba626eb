package io.plimsoll.model.order;

import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.margin.PositionMargin;
import io.plimsoll.model.margin.PositionRisk;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What one fill makes of a position.
///
/// What is closed is paid out, the taker fee is paid, funding is settled. An isolated position keeps what a
/// part of it has gained or lost; once it is closed as a whole, what is left of its margin goes back, never a
/// debt. What is opened of an isolated position takes the initial margin of it, at the mark, from the
/// balances.
///
/// @param left the position then; null if it is closed
/// @param cash what the account's currency changes by
record PositionFill(@Nullable Position left, BigDecimal cash) {

    static PositionFill of(Snapshot snapshot, @Nullable Position held, Fill fill) {
        Instrument instrument = snapshot.instrument(fill.instrument());
        BigDecimal before = held == null ? BigDecimal.ZERO : held.quantity();
        BigDecimal closed = closed(before, fill.quantity());
        BigDecimal opened = fill.quantity().add(closed);
        BigDecimal kept = before.subtract(closed);
        Opening opening = new Opening(snapshot, instrument, fill.price(), opened);
        BigDecimal paid = down(opening.cost());
        if (held == null) {
            boolean isolated = snapshot.account().marginMode() == MarginMode.ISOLATED;
            BigDecimal aside = isolated ? opening.margin(null, BigDecimal.ZERO) : BigDecimal.ZERO;
            Position left = opening.position(isolated ? aside : null, null, null);
            return new PositionFill(left, paid.subtract(aside));
        }
        BigDecimal realised = down(realised(snapshot, instrument, held, closed, fill.price()));
        if (kept.signum() == 0) {
            return closedOut(held, opening, realised, paid);
        }
        if (opened.signum() == 0) {
            return reduced(snapshot, instrument, held, kept, realised);
        }
        return added(opening, held, realised, paid);
    }

    private static PositionFill closedOut(Position held, Opening opening, BigDecimal realised, BigDecimal paid) {
        BigDecimal released = held.ownMargin()
                .map(margin -> margin.add(realised).max(BigDecimal.ZERO))
                .orElse(realised);
        if (opening.quantity().signum() == 0) {
            return new PositionFill(null, released);
        }
        BigDecimal aside = held.isIsolated() ? opening.margin(held.leverage(), BigDecimal.ZERO) : BigDecimal.ZERO;
        @Nullable BigDecimal settled = held.fundingIndex() == null ? null : opening.fundingIndex(opening.quantity());
        Position left = opening.position(held.isIsolated() ? aside : null, held.leverage(), settled);
        return new PositionFill(left, released.add(paid).subtract(aside));
    }

    private static PositionFill reduced(
            Snapshot snapshot, Instrument instrument, Position held, BigDecimal kept, BigDecimal realised) {
        Opening nothing = new Opening(snapshot, instrument, held.entryPrice(), BigDecimal.ZERO);
        return with(held, nothing, kept, held.entryPrice(), realised, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static PositionFill added(Opening opening, Position held, BigDecimal realised, BigDecimal paid) {
        BigDecimal aside = held.isIsolated() ? opening.margin(held.leverage(), held.quantity()) : BigDecimal.ZERO;
        BigDecimal quantity = held.quantity().add(opening.quantity());
        BigDecimal entry = opening.averageEntry(held);
        BigDecimal kept = down(opening.kept(held, entry));
        return with(held, opening, quantity, entry, realised.add(kept), aside, paid);
    }

    private static PositionFill with(
            Position held,
            Opening opening,
            BigDecimal quantity,
            BigDecimal entryPrice,
            BigDecimal realised,
            BigDecimal aside,
            BigDecimal paid) {
        @Nullable
        BigDecimal own =
                held.ownMargin().map(margin -> margin.add(realised).add(aside)).orElse(null);
        Position left = new Position(
                held.instrument(),
                quantity,
                entryPrice,
                own,
                held.leverage(),
                held.fundingIndex() == null ? null : opening.fundingIndex(quantity),
                held.bestMark());
        BigDecimal toBalances = held.isIsolated() ? BigDecimal.ZERO : realised;
        return new PositionFill(left, toBalances.add(paid).subtract(aside));
    }

    /// What closing this much gives, less the fee, with the funding of the whole position.
    private static Ratio realised(
            Snapshot snapshot, Instrument instrument, Position held, BigDecimal closed, BigDecimal price) {
        Ratio gives = instrument.type().isPaidFor()
                ? instrument.value(closed, price)
                : instrument.gain(closed, held.entryPrice(), price);
        Ratio fee = instrument.value(closed, price).abs().times(instrument.takerFee());
        return gives.minus(fee).plus(PositionRisk.of(snapshot, held).funding());
    }

    /// What a fill closes of a position, signed like the position.
    private static BigDecimal closed(BigDecimal held, BigDecimal filled) {
        if (held.signum() * filled.signum() >= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal most = held.abs().min(filled.abs());
        return held.signum() > 0 ? most : most.negate();
    }

    private static BigDecimal down(Ratio amount) {
        return amount.rounded(Decimals.SHOWN_SCALE, RoundingMode.FLOOR);
    }

    /// What a fill opens.
    ///
    /// @param quantity in contracts, signed; 0 for nothing
    private record Opening(Snapshot snapshot, Instrument instrument, BigDecimal price, BigDecimal quantity) {

        /// What the balances change by: the fee, and the premium of what is bought outright.
        Ratio cost() {
            Ratio value = instrument.value(quantity, price);
            Ratio fee = value.abs().times(instrument.takerFee());
            return instrument.type().isPaidFor() ? value.negate().minus(fee) : fee.negate();
        }

        /// What it takes as margin of a position's own, beside what is held.
        BigDecimal margin(@Nullable BigDecimal leverage, BigDecimal held) {
            PositionMargin margin = PositionMargin.of(snapshot, instrument, leverage);
            return margin.initial(held.add(quantity))
                    .minus(margin.initial(held))
                    .max(Ratio.ZERO)
                    .rounded(Decimals.SHOWN_SCALE, RoundingMode.CEILING);
        }

        Position position(
                @Nullable BigDecimal ownMargin, @Nullable BigDecimal leverage, @Nullable BigDecimal fundingIndex) {
            BigDecimal mark = snapshot.mark(instrument.id()).price();
            return new Position(instrument.id(), quantity, price, ownMargin, leverage, fundingIndex, mark);
        }

        /// The price at which all of it has gained what its two parts have. Of an inverse contract the harmonic
        /// mean, because it gains by the reciprocal.
        BigDecimal averageEntry(Position held) {
            BigDecimal all = held.quantity().add(quantity);
            Ratio average = instrument.type().isInverse()
                    ? Ratio.of(
                            all.multiply(held.entryPrice()).multiply(price),
                            held.quantity().multiply(price).add(quantity.multiply(held.entryPrice())))
                    : Ratio.of(held.quantity().multiply(held.entryPrice()).add(quantity.multiply(price)), all);
            return average.rounded(Decimals.SHOWN_SCALE, all.signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
        }

        /// What rounding the average took from the gain of what is not paid for, given back: not negative.
        Ratio kept(Position held, BigDecimal average) {
            return instrument.type().isPaidFor()
                    ? Ratio.ZERO
                    : instrument
                            .gain(held.quantity(), held.entryPrice(), average)
                            .plus(instrument.gain(quantity, price, average));
        }

        /// The index to which funding is now settled.
        @Nullable
        BigDecimal fundingIndex(BigDecimal position) {
            FundingIndex index = instrument.funding();
            if (index == null) {
                return null;
            }
            return index.at(snapshot.asOf())
                    .rounded(Decimals.SHOWN_SCALE, position.signum() > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
        }
    }
}
