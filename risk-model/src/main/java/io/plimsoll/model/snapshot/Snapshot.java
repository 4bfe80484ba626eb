package io.plimsoll.model.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.Holding;
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

    /// @throws InvalidFactException if an entry is there twice, or the account refers to something that is not there or
    ///     that settles in another currency
    public Snapshot {
        asOf = Facts.instant("asOf", asOf);
        instruments = Sorted.by("instruments", instruments, Instrument::id);
        collateral = Sorted.by("collateral", collateral, CollateralAsset::asset);
        marks = Sorted.by("marks", marks, Mark::id);
        signals = Sorted.by("signals", signals, signal -> signal.name() + "/" + signal.subject());
        requireOneNameEach(account, instruments, collateral);
        requireInstruments(account, instruments);
        requireCollateral(account, collateral);
        requireMarks(account, marks);
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

    private static void requireOneNameEach(
            Account account, List<Instrument> instruments, List<CollateralAsset> collateral) {
        for (Instrument instrument : instruments) {
            boolean alsoAnAsset = instrument.id().equals(account.currency())
                    || Sorted.find(collateral, instrument.id(), CollateralAsset::asset)
                            .isPresent();
            if (alsoAnAsset) {
                throw new InvalidFactException(
                        "instruments",
                        "use the identifier %s, which is an asset's too: marks could not be told apart."
                                .formatted(instrument.id()));
            }
        }
    }

    private static void requireInstruments(Account account, List<Instrument> instruments) {
        for (int i = 0; i < account.positions().size(); i++) {
            requireInstrument(
                    "account/positions/" + i + "/instrument",
                    account.positions().get(i).instrument(),
                    account,
                    instruments);
        }
        for (int i = 0; i < account.targets().size(); i++) {
            Holding holding = account.targets().get(i).holding();
            if (holding.type() == Holding.Type.INSTRUMENT) {
                requireInstrument("account/targets/" + i + "/instrument", holding.id(), account, instruments);
            }
        }
    }

    private static void requireInstrument(String field, String id, Account account, List<Instrument> instruments) {
        Instrument instrument = Sorted.find(instruments, id, Instrument::id)
                .orElseThrow(() -> new InvalidFactException(
                        field, "(%s) is not among the instruments. Maybe add it to /instruments.".formatted(id)));
        if (!instrument.currency().equals(account.currency())) {
            throw new InvalidFactException(
                    field,
                    "(%s) settles in %s, but the account is kept in %s."
                            .formatted(id, instrument.currency(), account.currency()));
        }
    }

    private static void requireCollateral(Account account, List<CollateralAsset> collateral) {
        for (int i = 0; i < account.balances().size(); i++) {
            Balance balance = account.balances().get(i);
            requireCollateralAsset("account/balances/" + i + "/asset", balance.asset(), account, collateral);
        }
        for (int i = 0; i < account.targets().size(); i++) {
            Holding holding = account.targets().get(i).holding();
            if (holding.type() == Holding.Type.ASSET) {
                requireCollateralAsset("account/targets/" + i + "/asset", holding.id(), account, collateral);
            }
        }
    }

    private static void requireCollateralAsset(
            String field, String asset, Account account, List<CollateralAsset> collateral) {
        boolean known = asset.equals(account.currency())
                || Sorted.find(collateral, asset, CollateralAsset::asset).isPresent();
        if (!known) {
            throw new InvalidFactException(
                    field,
                    "(%s) is neither the account's currency (%s) nor a collateral asset. Maybe add it to /collateral."
                            .formatted(asset, account.currency()));
        }
    }

    private static void requireMarks(Account account, List<Mark> marks) {
        for (int i = 0; i < account.positions().size(); i++) {
            requireMark("account/positions/" + i, account.positions().get(i).instrument(), marks);
        }
        for (int i = 0; i < account.balances().size(); i++) {
            String asset = account.balances().get(i).asset();
            if (!asset.equals(account.currency())) {
                requireMark("account/balances/" + i, asset, marks);
            }
        }
        for (int i = 0; i < account.targets().size(); i++) {
            AllocationTarget target = account.targets().get(i);
            if (!target.holding().id().equals(account.currency())) {
                requireMark("account/targets/" + i, target.holding().id(), marks);
            }
        }
    }

    private static void requireMark(String field, String id, List<Mark> marks) {
        if (Sorted.find(marks, id, Mark::id).isEmpty()) {
            throw new InvalidFactException(
                    field, "has no mark: there is none for %s. Maybe add it to /marks.".formatted(id));
        }
    }
}
