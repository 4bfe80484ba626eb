package io.plimsoll.model.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.InterestTerms;
import io.plimsoll.model.accrual.LinearInterest;
import io.plimsoll.model.fact.Facts;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.market.Mark;
import io.plimsoll.model.market.Signal;
import io.plimsoll.model.number.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
/// @param categories of lending, by identifier; the one that the account has chosen, and maybe more
public record Snapshot(
        Instant asOf,
        Account account,
        List<Instrument> instruments,
        List<CollateralAsset> collateral,
        List<Mark> marks,
        List<Signal> signals,
        List<CollateralCategory> categories) {

    /// The most entries of a list.
    public static final int MAX_ENTRIES = 20_000;

    /// @throws InvalidFactException if an entry is there twice, or the account refers to something that is not
    ///     there or that settles in another currency. Of several faults the others are suppressed in the first.
    ///     Paths into `account` count in its canonical order, all others in the order given
    public Snapshot {
        asOf = Facts.instant("asOf", asOf);
        List<Instrument> given = instruments;
        instruments = Sorted.by("instruments", instruments, Instrument::id);
        collateral = Sorted.by("collateral", collateral, CollateralAsset::asset);
        marks = Sorted.by("marks", marks, Mark::id);
        signals = Sorted.by("signals", signals, signal -> signal.name() + "/" + signal.subject());
        categories = Sorted.by("categories", categories, CollateralCategory::category);
        new References(account, instruments, collateral, marks, categories).require(given);
    }

    /// A snapshot without lending categories.
    public Snapshot(
            Instant asOf,
            Account account,
            List<Instrument> instruments,
            List<CollateralAsset> collateral,
            List<Mark> marks,
            List<Signal> signals) {
        this(asOf, account, instruments, collateral, marks, signals, List.of());
    }

    /// The same snapshot with another account.
    public Snapshot with(Account other) {
        return new Snapshot(asOf, other, instruments, collateral, marks, signals, categories);
    }

    /// The same snapshot with other marks.
    public Snapshot withMarks(List<Mark> others) {
        return new Snapshot(asOf, account, instruments, collateral, others, signals, categories);
    }

    /// The same snapshot with more signals, in place of those of the same name and subject.
    public Snapshot withSignals(List<Signal> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Signal> all = new ArrayList<>(more);
        signals.stream()
                .filter(signal -> more.stream()
                        .noneMatch(other -> other.name().equals(signal.name())
                                && other.subject().equals(signal.subject())))
                .forEach(all::add);
        return new Snapshot(asOf, account, instruments, collateral, marks, all, categories);
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

    /// A balance with the interest that it has accrued by this moment, in units of the asset, exact:
    /// `quantity × (1 + yearly rate × time ÷ 365 days)`. Interest that is booked later than this moment is
    /// none yet.
    public Ratio accrued(Balance balance) {
        InterestTerms interest = balance.interest();
        Ratio booked = Ratio.of(balance.quantity());
        if (interest == null
                || interest.yearlyRate().signum() == 0
                || !interest.since().isBefore(asOf)) {
            return booked;
        }
        Duration since = Duration.between(interest.since(), asOf);
        return new LinearInterest(interest.yearlyRate())
                .interestOn(balance.quantity(), since)
                .plus(balance.quantity());
    }

    /// What a balance is worth at its mark with accrued interest, in the account's currency, without haircut.
    public Ratio marketValue(Balance balance) {
        Ratio quantity = accrued(balance);
        return balance.asset().equals(account.currency())
                ? quantity
                : quantity.times(mark(balance.asset()).price());
    }

    /// What can be borrowed against an asset, if anything: on the terms of the category that the account has
    /// chosen if the asset is a member, else on its own.
    public Optional<CollateralTerms> lendingTerms(CollateralAsset asset) {
        String chosen = account.category();
        Optional<CollateralCategory> category =
                chosen == null ? Optional.empty() : Sorted.find(categories, chosen, CollateralCategory::category);
        return asset.lendingTerms()
                .map(own ->
                        category.map(terms -> terms.termsOf(asset.asset(), own)).orElse(own));
    }
}
