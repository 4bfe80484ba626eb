package io.plimsoll.model.snapshot;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.AllocationTarget;
import io.plimsoll.model.account.Holding;
import io.plimsoll.model.fact.InvalidFactException;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.instrument.Instrument;
import io.plimsoll.model.instrument.OptionTerms;
import io.plimsoll.model.lending.CollateralCategory;
import io.plimsoll.model.market.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether everything that an account refers to is there. Lists are in canonical order.
final class References {

    private final Account account;
    private final List<Instrument> instruments;
    private final List<CollateralAsset> collateral;
    private final List<Mark> marks;
    private final List<CollateralCategory> categories;
    private final List<InvalidFactException> faults = new ArrayList<>();

    References(
            Account account,
            List<Instrument> instruments,
            List<CollateralAsset> collateral,
            List<Mark> marks,
            List<CollateralCategory> categories) {
        this.account = account;
        this.instruments = instruments;
        this.collateral = collateral;
        this.marks = marks;
        this.categories = categories;
    }

    /// @param given the instruments in the order in which they were given, as the paths of faults count them
    /// @throws InvalidFactException the first fault; the others are suppressed in it
    void require(List<Instrument> given) {
        checkNames(given);
        checkPositions();
        checkBalances();
        checkTargets();
        checkOrders();
        checkCategory();
        if (!faults.isEmpty()) {
            InvalidFactException first = faults.getFirst();
            faults.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private void checkNames(List<Instrument> given) {
        for (int i = 0; i < given.size(); i++) {
            String id = given.get(i).id();
            if (id.equals(account.currency()) || isCollateral(id)) {
                fault(
                        "instruments/" + i + "/id",
                        "(%s) is an asset's identifier too: marks could not be told apart. Maybe name the pair."
                                .formatted(id));
            }
        }
    }

    private void checkPositions() {
        for (int i = 0; i < account.positions().size(); i++) {
            checkInstrument("account/positions/" + i, account.positions().get(i).instrument());
        }
    }

    private void checkBalances() {
        for (int i = 0; i < account.balances().size(); i++) {
            checkAsset("account/balances/" + i, account.balances().get(i).asset());
        }
    }

    private void checkTargets() {
        for (int i = 0; i < account.targets().size(); i++) {
            AllocationTarget target = account.targets().get(i);
            Holding holding = target.holding();
            switch (holding.type()) {
                case ASSET -> checkAsset("account/targets/" + i, holding.id());
                case INSTRUMENT -> checkInstrument("account/targets/" + i, holding.id());
            }
        }
    }

    private void checkOrders() {
        for (int i = 0; i < account.orders().size(); i++) {
            checkInstrument("account/orders/" + i, account.orders().get(i).instrument());
        }
    }

    private void checkCategory() {
        String category = account.category();
        if (category != null
                && Sorted.find(categories, category, CollateralCategory::category)
                        .isEmpty()) {
            fault(
                    "account/category",
                    "(%s) is not among the categories. Maybe add it to /categories.".formatted(category));
        }
    }

    private void checkInstrument(String entry, String id) {
        String field = entry + "/instrument";
        Optional<Instrument> instrument = Sorted.find(instruments, id, Instrument::id);
        if (instrument.isEmpty()) {
            fault(field, "(%s) is not among the instruments. Maybe add it to /instruments.".formatted(id));
            return;
        }
        String currency = instrument.get().currency();
        if (!currency.equals(account.currency())) {
            fault(
                    field,
                    "(%s) settles in %s, but the account is kept in %s. Maybe it belongs to another account."
                            .formatted(id, currency, account.currency()));
        }
        checkMark(entry, id);
        OptionTerms option = instrument.get().option();
        if (option != null) {
            checkMark(entry, option.underlying());
        }
    }

    private void checkAsset(String entry, String asset) {
        if (asset.equals(account.currency())) {
            return;
        }
        if (!isCollateral(asset)) {
            fault(
                    entry + "/asset",
                    "(%s) is neither the account's currency (%s) nor a collateral asset. Maybe add it to /collateral."
                            .formatted(asset, account.currency()));
            return;
        }
        checkMark(entry, asset);
    }

    private void checkMark(String entry, String id) {
        if (Sorted.find(marks, id, Mark::id).isEmpty()) {
            fault(entry, "has no mark: there is none for %s. Maybe add it to /marks.".formatted(id));
        }
    }

    private boolean isCollateral(String id) {
        return Sorted.find(collateral, id, CollateralAsset::asset).isPresent();
    }

    private void fault(String field, String reason) {
        faults.add(new InvalidFactException(field, reason));
    }
}
