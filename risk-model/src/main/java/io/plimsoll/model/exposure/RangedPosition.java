package io.plimsoll.model.exposure;

import io.plimsoll.model.account.Position;
import io.plimsoll.model.exposure.RangedMargin.Quantity;
import io.plimsoll.model.exposure.Tally.Part;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.margin.PositionRisk;
import org.jspecify.annotations.Nullable;

/// What an account has of one instrument, in ranges. The formulas are those of [PositionRisk] and
/// [io.plimsoll.model.margin.Profit].
final class RangedPosition implements RangedHolding {

    private final Position position;
    private final Instrument instrument;
    private final RangedMargin margin;
    private final Quantity quantity;
    private final Range entryPrice;
    private final Range entryNotional;
    private final Range funding;
    private final Range fee;
    private final Range own;
    private final boolean sharesBalances;

    /// @param sharesBalances whether it counts to the equity of the account
    RangedPosition(PositionRisk risk, boolean sharesBalances) {
        position = risk.position();
        instrument = risk.instrument();
        margin = new RangedMargin(instrument, position.leverage());
        quantity = Quantity.of(position.quantity(), instrument);
        entryPrice = Range.of(position.entryPrice());
        entryNotional = margin.value(quantity, entryPrice).abs();
        funding = Range.of(risk.funding());
        fee = Range.of(instrument.takerFee());
        own = position.ownMargin().map(Range::of).orElse(Range.ZERO);
        this.sharesBalances = sharesBalances;
    }

    @Override
    public void addTo(Tally tally, Range price, @Nullable Range underlying) {
        Range notional = notional(price);
        Range contribution = contribution(price).plus(own);
        tally.add(Part.NET_WORTH, contribution);
        tally.add(Part.MAGNITUDE, notional);
        if (tally.wants(Part.UNREALISED)) {
            tally.add(Part.UNREALISED, unrealised(price));
        }
        if (tally.wants(Part.NET_PNL)) {
            tally.add(Part.NET_PNL, net(price));
        }
        if (tally.wants(Part.SQUARE)) {
            tally.add(Part.SQUARE, notional.times(notional));
        }
        if (sharesBalances) {
            addShared(tally, contribution, price, underlying);
        }
    }

    private void addShared(Tally tally, Range contribution, Range price, @Nullable Range underlying) {
        tally.add(Part.EQUITY, contribution);
        tally.add(Part.EXPOSURE, notional(price));
        if (tally.wants(Part.MAINTENANCE)) {
            tally.add(Part.MAINTENANCE, maintenance(price, underlying));
        }
        if (tally.wants(Part.INITIAL)) {
            tally.add(Part.INITIAL, initial(price, underlying));
        }
    }

    Position position() {
        return position;
    }

    @Override
    public Range value(Range price) {
        return margin.value(quantity, price);
    }

    Range notional(Range price) {
        return value(price).abs();
    }

    Range unrealised(Range price) {
        return instrument.type().isInverse()
                ? quantity.units().dividedBy(entryPrice).minus(quantity.units().dividedBy(price))
                : quantity.units().times(price.minus(entryPrice));
    }

    /// Net profit, as a share of notional at entry.
    Range onEntry(Range price) {
        return net(price).dividedBy(entryNotional);
    }

    Range net(Range price) {
        return unrealised(price)
                .plus(funding)
                .minus(notional(price).plus(entryNotional).times(fee));
    }

    /// What it has by itself, if it is isolated.
    Range ownEquity(Range price) {
        return contribution(price).plus(own);
    }

    Range maintenance(Range price, @Nullable Range underlying) {
        return margin.maintenance(quantity, price, underlying);
    }

    Range initial(Range price, @Nullable Range underlying) {
        return margin.initial(quantity, price, underlying);
    }

    private Range contribution(Range price) {
        return (instrument.type().isPaidFor() ? value(price) : unrealised(price)).plus(funding);
    }
}
