package io.plimsoll.service.ruledesk.impact;

import io.plimsoll.model.account.Account;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What a change does to one account.
///
/// @param account whom
/// @param segment of the account
/// @param currency of its figures
/// @param shock of its marks; null if they are as they were recorded
/// @param before by the version that is live
/// @param after by the one that is proposed
record AccountImpact(
        String account,
        String segment,
        String currency,
        @Nullable BigDecimal shock,
        Outcome before,
        Outcome after) {

    /// The ones that a reviewer has to see first: newly liquidated, then newly called, then released; each by
    /// how much money moves, then by name and shock.
    static final Comparator<AccountImpact> WORST_FIRST = Comparator.comparingInt(AccountImpact::rank)
            .thenComparing(AccountImpact::moved, Comparator.reverseOrder())
            .thenComparing(AccountImpact::account)
            .thenComparing(AccountImpact::shock, Comparator.nullsFirst(Comparator.naturalOrder()));

    static AccountImpact of(RuleSetVersion live, RuleSetVersion proposed, Snapshot snapshot) {
        return of(live, proposed, snapshot, null);
    }

    /// @param snapshot after the shock
    static AccountImpact of(
            RuleSetVersion live, RuleSetVersion proposed, Snapshot snapshot, @Nullable BigDecimal shock) {
        Account account = snapshot.account();
        return new AccountImpact(
                account.id(),
                account.segment(),
                account.currency(),
                shock,
                Outcome.of(live, snapshot),
                Outcome.of(proposed, snapshot));
    }

    /// The same account, by another proposed version.
    AccountImpact with(Outcome other) {
        return new AccountImpact(account, segment, currency, shock, before, other);
    }

    boolean isNewlyLiquidated() {
        return after.standing() == Standing.LIQUIDATED && before.standing() != Standing.LIQUIDATED;
    }

    boolean isNewlyCalled() {
        return after.standing() == Standing.CALLED
                && (before.standing() == Standing.UNTOUCHED || before.standing() == Standing.UNDECIDED);
    }

    /// Whether less is done to it than before.
    boolean isReleased() {
        return before.standing() != Standing.UNDECIDED && after.standing().compareTo(before.standing()) < 0;
    }

    boolean isNewlyUndecided() {
        return after.standing() == Standing.UNDECIDED && before.standing() != Standing.UNDECIDED;
    }

    /// Whether another thing is done to it than before.
    boolean isFlipped() {
        return before.standing() != after.standing();
    }

    private int rank() {
        if (isNewlyUndecided()) {
            return 0;
        }
        if (isNewlyLiquidated()) {
            return 1;
        }
        return isNewlyCalled() ? 2 : 3;
    }

    private BigDecimal moved() {
        return after.called()
                .subtract(before.called())
                .abs()
                .add(after.soldInAll().subtract(before.soldInAll()).abs());
    }
}
