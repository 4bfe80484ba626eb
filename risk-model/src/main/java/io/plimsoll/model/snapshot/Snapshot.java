package io.plimsoll.model.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One account with everything that deciding about it depends on. Time is a field: nothing else tells the time.
///
/// Lists are in the canonical order of their identifiers; what the account refers to is known to be there.
///
/// @param asOf the moment decided about
/// @param account the account
/// @param instruments by identifier; every one that the account has a position or target in, and maybe more
/// @param collateral by asset; every one that the account has a balance or target in, and maybe more
/// @param marks by identifier; of everything that the account holds or should hold, and maybe more
/// @param signals by name and subject
public record Snapshot(
        Instant asOf,
        Account account,
        List<Instrument> instruments,
        List<CollateralAsset> collateral,
        List<Mark> marks,
        List<Signal> signals) {

    /// The most entries of a list.
    public static final int MAX_ENTRIES = 20_000;

    /// @throws InvalidFactException if an entry is there twice, or the account refers to something that is not there
    ///     or that settles in another currency. Of several faults the others are suppressed in the first. Paths
    ///     into `account` count in its canonical order, all others in the order given
    public Snapshot {
        asOf = Facts.instant("asOf", asOf);
        List<Instrument> given = instruments;
        instruments = Sorted.by("instruments", instruments, Instrument::id);
        collateral = Sorted.by("collateral", collateral, CollateralAsset::asset);
        marks = Sorted.by("marks", marks, Mark::id);
        signals = Sorted.by("signals", signals, signal -> signal.name() + "/" + signal.subject());
        new References(account, instruments, collateral, marks).require(given);
    }

    /// The instrument of this identifier, which the account refers to.
    ///
    /// @throws IllegalArgumentException if there is none
    public Instrument instrument(String id) {
        return Sorted.find(instruments, id, Instrument::id)
                .orElseThrow(() -> new IllegalArgumentException("There is no instrument %s.".formatted(id)));
    }

    /// The collateral asset, unless it is the account's own currency or not there.
    public Optional<CollateralAsset> collateralAsset(String asset) {
        return Sorted.find(collateral, asset, CollateralAsset::asset);
    }

    /// The mark of an instrument or asset that the account refers to.
    ///
    /// @throws IllegalArgumentException if there is none
    public Mark mark(String id) {
        return Sorted.find(marks, id, Mark::id)
                .orElseThrow(() -> new IllegalArgumentException("There is no mark for %s.".formatted(id)));
    }

    /// What a balance is worth at its mark, in the account's currency, without haircut.
    public BigDecimal marketValue(Balance balance) {
        return balance.asset().equals(account.currency())
                ? balance.quantity()
                : balance.quantity().multiply(mark(balance.asset()).price());
    }
}
