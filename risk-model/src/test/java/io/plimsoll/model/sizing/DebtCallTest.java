package io.plimsoll.model.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.Account;
import io.plimsoll.model.account.Balance;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.instrument.CollateralAsset;
import io.plimsoll.model.lending.CollateralTerms;
import io.plimsoll.model.margin.AccountRisk;
import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls for debts: what is added repays what is owed in the account's currency, and is collateral beyond that.
class DebtCallTest {

    /// ETH at 100 that covers debts at 80 %, and BTC at 1,000 that is owed or held with nothing against it.
    @ParameterizedTest(name = "{0} USDT, {1} ETH, {2} BTC: {3} to {4} takes {5}")
    @CsvSource({
        // Nothing is owed, or little enough.
        "0, 10, 0, LTV, 0.5, 0",
        "-500, 10, 0, LTV, 0.5, 0",
        "-400, 10, 0, HEALTH_FACTOR, 2, 0",
        // Owed in the account's currency: repaid one for one.
        "-600, 10, 0, LTV, 0.5, 100",
        "-600, 10, 0, HEALTH_FACTOR, 2, 200",
        // The same owed in another asset: collateral is added, of which half counts.
        "0, 10, -0.6, LTV, 0.5, 200",
        "0, 10, -0.6, HEALTH_FACTOR, 2, 400",
        // Both: repaid first, collateral for the rest.
        "-50, 10, -0.6, LTV, 0.5, 250",
        "-50, 10, -0.6, HEALTH_FACTOR, 2, 450",
        // Nothing that covers: all of it is repaid, even where a limit would bear more debt than collateral.
        "-600, 0, 0, LTV, 4, 600",
        "-600, 0, 0, HEALTH_FACTOR, 1, 600",
        "-600, 0, -0.6, LTV, 4, 750"
    })
    void theLeastThatCures(
            BigDecimal cash, BigDecimal eth, BigDecimal btc, Metric metric, BigDecimal clear, BigDecimal amount) {
        Account account = new Account(
                "A-1",
                "retail",
                MarginMode.CROSS,
                Snapshots.CURRENCY,
                List.of(new Balance(Snapshots.CURRENCY, cash), new Balance("ETH", eth), new Balance("BTC", btc)),
                List.of(),
                List.of());
        Snapshot snapshot = new Snapshot(
                Snapshots.NOW,
                account,
                List.of(),
                List.of(
                        asset("ETH", new CollateralTerms(share("0.7"), share("0.8"), share("0.05"))),
                        asset("BTC", null)),
                List.of(Snapshots.mark("ETH", "100"), Snapshots.mark("BTC", "1000")),
                List.of());
        Comparison comparison = metric == Metric.LTV ? Comparison.ABOVE : Comparison.BELOW;
        Threshold threshold =
                new Threshold(ThresholdKind.MARGIN_CALL, Scope.account("A-1"), metric, comparison, clear, clear);

        assertThat(MarginCallSizing.cure(AccountRisk.of(snapshot), threshold)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo(amount);
    }

    private static CollateralAsset asset(String id, CollateralTerms terms) {
        return new CollateralAsset(id, BigDecimal.ZERO, BigDecimal.ONE, null, BigDecimal.ONE, terms);
    }

    private static BigDecimal share(String text) {
        return new BigDecimal(text);
    }
}
