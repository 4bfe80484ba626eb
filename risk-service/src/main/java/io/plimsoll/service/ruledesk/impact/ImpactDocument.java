package io.plimsoll.service.ruledesk.impact;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a change would do, as written. Amounts of different currencies are never added.
///
/// @param base digest of the version that is live
/// @param content digest of the version that is proposed
/// @param accounts how many were looked at: those recorded last, each as it was recorded last
/// @param seen names exactly those snapshots
/// @param changes what changes, over all accounts
/// @param undecided how many the proposed version can't decide about
/// @param segments the same by segment
/// @param cash that margin calls ask for, by currency
/// @param sold notional of what liquidations sell, by instrument or collateral asset and currency
/// @param top the accounts to which most happens, at most 20
public record ImpactDocument(
        String base,
        String content,
        int accounts,
        String seen,
        FlipsDocument changes,
        int undecided,
        List<SegmentDocument> segments,
        List<CashDocument> cash,
        List<SoldDocument> sold,
        List<TopDocument> top) {

    /// How many accounts a change hits.
    ///
    /// @param newlyCalled called, and neither called nor liquidated before
    /// @param newlyLiquidated liquidated, and not before
    /// @param released less is done to them than before
    /// @param newlyUndecided they could be decided about before
    public record FlipsDocument(int newlyCalled, int newlyLiquidated, int released, int newlyUndecided) {}

    /// A segment of accounts.
    ///
    /// @param segment its name
    /// @param accounts how many were looked at
    /// @param changes what changes
    public record SegmentDocument(String segment, int accounts, FlipsDocument changes) {}

    /// Cash that margin calls ask for.
    ///
    /// @param currency of the accounts
    /// @param before by the version that is live
    /// @param after by the one that is proposed
    public record CashDocument(String currency, BigDecimal before, BigDecimal after) {}

    /// What liquidations sell.
    ///
    /// @param holding instrument or collateral asset
    /// @param currency of the notional
    /// @param before by the version that is live
    /// @param after by the one that is proposed
    public record SoldDocument(String holding, String currency, BigDecimal before, BigDecimal after) {}

    /// One account.
    ///
    /// @param account its name
    /// @param segment its segment
    /// @param currency of its figures
    /// @param shock of its marks; left out if they are as they were recorded
    /// @param before by the version that is live
    /// @param after by the one that is proposed
    public record TopDocument(
            String account,
            String segment,
            String currency,
            @Nullable BigDecimal shock,
            OutcomeDocument before,
            OutcomeDocument after) {}

    /// What a version does to an account.
    ///
    /// @param standing the hardest of its actions
    /// @param called cash that margin calls ask for
    /// @param sold notional of what liquidations sell
    public record OutcomeDocument(Standing standing, BigDecimal called, BigDecimal sold) {

        static OutcomeDocument of(Outcome outcome) {
            return new OutcomeDocument(outcome.standing(), outcome.called(), outcome.soldInAll());
        }
    }
}
