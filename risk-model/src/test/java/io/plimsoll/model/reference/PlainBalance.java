package io.plimsoll.model.reference;

import io.plimsoll.model.account.Balance;
import io.plimsoll.model.instrument.CollateralAsset;
import java.time.Instant;

/// A balance at its mark, stated a second time.
///
/// @param balance what is held or owed
/// @param asset its terms; null for the account's own currency
/// @param mark its price; 1 for the account's own currency
/// @param asOf the moment
record PlainBalance(Balance balance, CollateralAsset asset, Fraction mark, Instant asOf) {

    private static final Fraction YEAR = Fraction.of(365L * 24 * 60 * 60);

    Fraction quantity() {
        Fraction booked = Fraction.of(balance.quantity());
        if (balance.interest() == null) {
            return booked;
        }
        Fraction years = Time.seconds(balance.interest().since(), asOf).over(YEAR);
        return booked.times(
                Fraction.ONE.plus(Fraction.of(balance.interest().yearlyRate()).times(years)));
    }

    Fraction marketValue() {
        return quantity().times(mark);
    }

    /// What counts: of what is held at most the cap, less the haircut; of what is owed the debt factor times.
    Fraction collateralValue() {
        Fraction value = marketValue();
        if (asset == null) {
            return value;
        }
        if (value.signum() < 0) {
            return value.times(Fraction.of(asset.debtFactor()));
        }
        return capped().minus(capped().times(Fraction.of(asset.haircut())));
    }

    /// What of it counts before the haircut.
    Fraction capped() {
        return asset.cap() == null ? marketValue() : marketValue().min(Fraction.of(asset.cap()));
    }

    boolean isCapped() {
        return asset != null && asset.cap() != null && marketValue().compareTo(Fraction.of(asset.cap())) > 0;
    }
}
