package io.plimsoll.model.sizing;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.lending.LendingState;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.margin.BalanceRisk;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.number.Sum;
import io.plimsoll.model.snapshot.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Debts and what was pledged for them, as they become less.
final class Loan {

    private static final BigDecimal UNIT_OF_CASH = BigDecimal.ONE.movePointLeft(MarginCallSizing.AMOUNT_SCALE);
    private static final CollateralTerms CASH = new CollateralTerms(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);

    /// One debt, or one asset that was pledged.
    static final class Item {
        final String asset;
        final BigDecimal price;
        final BigDecimal lot;
        final CollateralTerms terms;
        private final @Nullable BigDecimal cap;
        private Ratio quantity;

        private Item(
                String asset,
                BigDecimal price,
                BigDecimal lot,
                CollateralTerms terms,
                @Nullable BigDecimal cap,
                Ratio quantity) {
            this.asset = asset;
            this.price = price;
            this.lot = lot;
            this.terms = terms;
            this.cap = cap;
            this.quantity = quantity;
        }

        /// What is left of it, in units of the asset.
        Ratio quantity() {
            return quantity;
        }

        /// At the mark.
        Ratio value() {
            return quantity.times(price);
        }

        void take(Ratio less) {
            quantity = quantity.minus(less);
        }

        void restore(Ratio before) {
            quantity = before;
        }

        private Ratio counted() {
            return cap == null ? value() : value().min(Ratio.of(cap));
        }
    }

    private final List<Item> debts = new ArrayList<>();
    private final List<Item> pledged = new ArrayList<>();

    Loan(Snapshot snapshot, AccountRisk risk) {
        Account account = snapshot.account();
        for (BalanceRisk balance : risk.balances()) {
            String asset = balance.balance().asset();
            Ratio quantity = balance.quantity();
            if (asset.equals(account.currency())) {
                add(new Item(asset, BigDecimal.ONE, UNIT_OF_CASH, CASH, null, quantity.abs()), quantity.signum());
            } else {
                CollateralAsset collateral = snapshot.collateralAsset(asset).orElseThrow();
                CollateralTerms terms = snapshot.lendingTerms(collateral).orElse(null);
                if (terms != null || quantity.signum() < 0) {
                    Item item = new Item(
                            asset,
                            snapshot.mark(asset).price(),
                            collateral.lotSize(),
                            terms == null ? CASH : terms,
                            collateral.cap(),
                            quantity.abs());
                    add(item, quantity.signum());
                }
            }
        }
    }

    private void add(Item item, int side) {
        if (side < 0) {
            debts.add(item);
        } else if (side > 0) {
            pledged.add(item);
        }
    }

    /// What is owed, by asset; some of it may be repaid already.
    List<Item> debts() {
        return debts;
    }

    /// What was pledged, by asset; some of it may be sold already.
    List<Item> pledged() {
        return pledged;
    }

    /// As [AccountRisk#lending()] tells it.
    LendingState state() {
        Sum collateral = new Sum();
        Sum borrowing = new Sum();
        Sum covering = new Sum();
        Sum debt = new Sum();
        for (Item item : pledged) {
            collateral.add(item.counted());
            borrowing.add(item.counted().times(item.terms.ltv()));
            covering.add(item.counted().times(item.terms.liquidationLtv()));
        }
        debts.forEach(item -> debt.add(item.value()));
        return new LendingState(collateral.total(), borrowing.total(), covering.total(), debt.total());
    }
}
