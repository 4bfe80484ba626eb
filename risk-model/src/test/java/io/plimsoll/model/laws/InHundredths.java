package io.plimsoll.model.laws;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Order;
import io.plimsoll.model.account.Position;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.FundingIndex;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.MarginSchedule;
import io.plimsoll.model.instrument.MarginTier;
import io.plimsoll.model.instrument.OpenInterest;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The same account with all money in a unit of a hundredth. What an inverse contract is priced in is not
/// that money: a hundredth of the base coin costs a hundredth of its price.
final class InHundredths {

    private final Snapshot snapshot;
    private final Set<String> inverse;

    private InHundredths(Snapshot snapshot) {
        this.snapshot = snapshot;
        inverse = snapshot.instruments().stream()
                .filter(instrument -> instrument.type().isInverse())
                .map(Instrument::id)
                .collect(Collectors.toSet());
    }

    /// Empty if a number has no room for it, or an option is written on the price of an inverse contract,
    /// which is in another currency.
    static Optional<Snapshot> of(Snapshot snapshot) {
        InHundredths unit = new InHundredths(snapshot);
        boolean mixes = snapshot.instruments().stream()
                .map(Instrument::option)
                .anyMatch(option -> option != null && unit.inverse.contains(option.underlying()));
        try {
            return mixes ? Optional.empty() : Optional.of(unit.all());
        } catch (InvalidFactException e) {
            return Optional.empty();
        }
    }

    private Snapshot all() {
        return new Snapshot(
                snapshot.asOf(),
                account(),
                snapshot.instruments().stream().map(InHundredths::instrument).toList(),
                snapshot.collateral().stream().map(InHundredths::asset).toList(),
                snapshot.marks().stream()
                        .map(mark -> new Mark(mark.id(), price(mark.id(), mark.price()), mark.time(), mark.source()))
                        .toList(),
                snapshot.signals(),
                snapshot.categories());
    }

    private Account account() {
        Account account = snapshot.account();
        return new Account(
                account.id(),
                account.segment(),
                account.marginMode(),
                account.currency(),
                account.balances().stream().map(this::balance).toList(),
                account.positions().stream().map(this::position).toList(),
                account.targets(),
                account.orders().stream().map(this::order).toList(),
                account.category(),
                money(account.dayOpenEquity()),
                money(account.highWaterMark()));
    }

    private Balance balance(Balance balance) {
        return balance.asset().equals(snapshot.account().currency())
                ? new Balance(balance.asset(), some(balance.quantity()), balance.interest())
                : balance;
    }

    private Position position(Position position) {
        return new Position(
                position.instrument(),
                position.quantity(),
                price(position.instrument(), position.entryPrice()),
                money(position.isolatedMargin()),
                position.leverage(),
                money(position.fundingIndex()),
                position.bestMark() == null ? null : price(position.instrument(), position.bestMark()));
    }

    private Order order(Order order) {
        return new Order(
                order.id(),
                order.instrument(),
                order.side(),
                order.quantity(),
                price(order.instrument(), order.limitPrice()),
                order.reduceOnly());
    }

    private BigDecimal price(String id, BigDecimal price) {
        return inverse.contains(id) ? price.movePointLeft(2) : some(price);
    }

    private static Instrument instrument(Instrument instrument) {
        OptionTerms option = instrument.option();
        FundingIndex funding = instrument.funding();
        OpenInterest open = instrument.openInterest();
        return new Instrument(
                instrument.id(),
                instrument.type(),
                instrument.instrumentClass(),
                instrument.currency(),
                instrument.multiplier(),
                instrument.lotSize(),
                new MarginSchedule(instrument.schedule().tiers().stream()
                        .map(InHundredths::tier)
                        .toList()),
                instrument.takerFee(),
                option == null
                        ? null
                        : new OptionTerms(
                                option.underlying(),
                                option.right(),
                                some(option.strike()),
                                option.expiry(),
                                option.floorRate()),
                funding == null
                        ? null
                        : new FundingIndex(some(funding.index()), some(funding.perHour()), funding.time()),
                open == null ? null : new OpenInterest(some(open.notional()), some(open.lower()), some(open.upper())));
    }

    private static MarginTier tier(MarginTier tier) {
        return new MarginTier(
                some(tier.floor()),
                money(tier.cap()),
                tier.maintenanceRate(),
                some(tier.maintenanceAmount()),
                tier.maxLeverage());
    }

    private static CollateralAsset asset(CollateralAsset asset) {
        return new CollateralAsset(
                asset.asset(),
                asset.haircut(),
                asset.lotSize(),
                money(asset.cap()),
                asset.debtFactor(),
                asset.lending());
    }

    private static @Nullable BigDecimal money(@Nullable BigDecimal amount) {
        return amount == null ? null : some(amount);
    }

    private static BigDecimal some(BigDecimal amount) {
        return amount.movePointRight(2);
    }
}
