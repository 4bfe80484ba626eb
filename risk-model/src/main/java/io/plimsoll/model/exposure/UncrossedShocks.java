package io.plimsoll.model.exposure;

import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Threshold;
import java.math.BigDecimal;
import java.util.List;

/// At which shocks of one direction the thresholds of an account are not crossed for certain. Proven by ranges,
/// for whatever an account holds; what is not proven is left open, and nothing is proven to be crossed.
///
/// Not for use by several threads at once.
public final class UncrossedShocks {

    private final List<Preview> previews;

    private UncrossedShocks(List<Preview> previews) {
        this.previews = previews;
    }

    /// Of an account.
    ///
    /// @param risk of the same snapshot
    /// @param thresholds of scopes that the account has
    public static UncrossedShocks of(
            Snapshot snapshot, AccountRisk risk, ShockDirection direction, List<Threshold> thresholds) {
        RangedAccount account = new RangedAccount(snapshot, risk, thresholds);
        RangedShocks shocks = new RangedShocks(account, direction);
        return new UncrossedShocks(thresholds.stream()
                .map(each -> new Preview(each, new RangeReader(shocks, Watched.of(0, each, account)), 1))
                .toList());
    }

    /// Whether a threshold is proven not to be crossed at any shock from one to another, with marks that stop
    /// where [ShockDirection#stopped] does.
    ///
    /// @param threshold its place in the list
    public boolean areProven(int threshold, BigDecimal from, BigDecimal to) {
        return previews.get(threshold).isSafe(from, to);
    }
}
