package io.plimsoll.model.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.plimsoll.model.Snapshots;
import io.plimsoll.model.account.MarginMode;
import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountRiskTest {

    /// 500 in currency and 2 BTC at 1,000 with a haircut of a quarter; 60 TIERED at 100 from 90; -5 FLAT at
    /// 80 from 70.
    private static final AccountRisk CROSS = AccountRisk.of(Snapshots.of(
            MarginMode.CROSS,
            "500; BTC 2 -> 1000 haircut 0.25",
            "TIERED 60 @ 90 -> 100; FLAT -5 @ 70 -> 80",
            "BTC 0.5; TIERED 2; FLAT 0.1; USDT 0.4"));

    private static final AccountRisk ISOLATED = AccountRisk.of(
            Snapshots.of(MarginMode.ISOLATED, "500", "TIERED 60 @ 90 -> 100 own 100; FLAT -5 @ 70 -> 80 own 40", ""));

    @ParameterizedTest(name = "{0} {1} {2} is {3}/{4}")
    @CsvSource({
        // Equity 500 + 1,500 + 600 - 50; maintenance 6,000 x 0.2 - 790 + 40; initial 6,000 / 5 + 400 / 10.
        "ACCOUNT, A-1, EQUITY, 2550, 1",
        "ACCOUNT, A-1, UNREALISED_PNL, 550, 1",
        "ACCOUNT, A-1, NOTIONAL, 6400, 1",
        "ACCOUNT, A-1, MARGIN_RATIO, 450, 2550",
        "ACCOUNT, A-1, LEVERAGE, 6400, 2550",
        "ACCOUNT, A-1, FREE_COLLATERAL, 1310, 1",
        "POSITION, FLAT, NOTIONAL, 400, 1",
        "POSITION, FLAT, UNREALISED_PNL, -50, 1",
        "POSITION, TIERED, UNREALISED_PNL, 600, 1",
        // Net worth 500 + 2,000 + 550 = 3,050, without haircut.
        "ALLOCATION, BTC, DRIFT, 475, 3050",
        "ALLOCATION, TIERED, DRIFT, 100, 3050",
        "ALLOCATION, FLAT, DRIFT, 705, 3050",
        "ALLOCATION, USDT, DRIFT, 720, 3050"
    })
    void readsACrossAccount(String type, String id, Metric metric, BigDecimal numerator, BigDecimal denominator) {
        assertThat(CROSS.reading(metric, scope(type, id)).orElseThrow())
                .isEqualByComparingTo(Ratio.of(numerator, denominator));
    }

    @ParameterizedTest(name = "{0} {1} {2} is {3}/{4}")
    @CsvSource({
        "POSITION, TIERED, EQUITY, 700, 1",
        "POSITION, TIERED, MARGIN_RATIO, 410, 700",
        "POSITION, TIERED, LEVERAGE, 6000, 700",
        "POSITION, TIERED, FREE_COLLATERAL, -500, 1",
        "POSITION, FLAT, EQUITY, -10, 1",
        "POSITION, FLAT, MARGIN_RATIO, 1, 0",
        "POSITION, FLAT, LEVERAGE, 1, 0",
        "POSITION, FLAT, FREE_COLLATERAL, -50, 1",
        "ACCOUNT, A-1, UNREALISED_PNL, 550, 1",
        "ACCOUNT, A-1, NOTIONAL, 6400, 1"
    })
    void readsAnIsolatedAccount(String type, String id, Metric metric, BigDecimal numerator, BigDecimal denominator) {
        assertThat(ISOLATED.reading(metric, scope(type, id)).orElseThrow())
                .isEqualByComparingTo(Ratio.of(numerator, denominator));
    }

    @ParameterizedTest
    @EnumSource(names = {"MARGIN_RATIO", "LEVERAGE", "EQUITY", "FREE_COLLATERAL"})
    void onlyWhatHasEquityOfItsOwnHasAMarginRatio(Metric metric) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CROSS.reading(metric, Scope.position("FLAT")))
                .withMessage("POSITION FLAT has no equity of its own: the account's margin mode is CROSS.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ISOLATED.reading(metric, Scope.account("A-1")))
                .withMessage("ACCOUNT A-1 has no equity of its own: the account's margin mode is ISOLATED.");
    }

    @ParameterizedTest
    @EnumSource
    void aMetricIsReadOnlyForScopesOfTheAccount(Metric metric) {
        assertThatIllegalArgumentException().isThrownBy(() -> CROSS.reading(metric, Scope.account("A-2")));
        assertThatIllegalArgumentException().isThrownBy(() -> CROSS.reading(metric, Scope.position("LOTS")));
        assertThatIllegalArgumentException().isThrownBy(() -> CROSS.reading(metric, Scope.allocation("ETH")));
    }

    @Test
    void aMetricIsReadOnlyWhereItIsDefined() {
        assertThatIllegalArgumentException().isThrownBy(() -> CROSS.reading(Metric.DRIFT, Scope.account("A-1")));
        assertThatIllegalArgumentException().isThrownBy(() -> CROSS.reading(Metric.DRIFT, Scope.position("FLAT")));
        assertThatIllegalArgumentException().isThrownBy(() -> CROSS.reading(Metric.NOTIONAL, Scope.allocation("BTC")));
    }

    @ParameterizedTest(name = "cash of {0}")
    @CsvSource({"0, false", "-0.000000000000000001, false", "0.000000000000000001, true"})
    void driftIsUndefinedWithoutNetWorth(String cash, boolean defined) {
        AccountRisk risk = AccountRisk.of(Snapshots.of(MarginMode.CROSS, cash, "", "USDT 0.4"));

        assertThat(risk.reading(Metric.DRIFT, Scope.allocation("USDT")).isPresent())
                .isEqualTo(defined);
    }

    @Test
    void ofAnotherAccountItKnowsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CROSS.margin(Scope.account("A-2")))
                .withMessage("These are the metrics of account A-1, not of A-2.");
        assertThatIllegalArgumentException().isThrownBy(() -> CROSS.initialMargin(Scope.account("A-2")));
    }

    @Test
    void onlyAPositionThatDoesNotShareTheBalancesHasMarginOfItsOwn() {
        MarginState own = ISOLATED.position("TIERED").ownMargin();

        assertThat(own.equity().amount()).isEqualByComparingTo("700");
        assertThat(own.exposure().amount()).isEqualByComparingTo("6000");
        assertThat(own.maintenanceMargin().amount()).isEqualByComparingTo("410");
        assertThatIllegalStateException()
                .isThrownBy(() -> CROSS.position("TIERED").ownMargin())
                .withMessage("The position in TIERED has no margin of its own.");
    }

    @Test
    void itsMarginRatioIsThatOfItsAccount() {
        assertThat(CROSS.marginRatio())
                .isEqualByComparingTo(Ratio.of(BigDecimal.valueOf(450), BigDecimal.valueOf(2550)));
    }

    @Test
    void theHaircutOfTheAccountsCurrencyIsNotTaken() {
        AccountRisk risk = AccountRisk.of(Snapshots.cross("USDT 100 -> 3 haircut 0.5", ""));

        assertThat(risk.equity().amount()).isEqualByComparingTo("100");
        assertThat(risk.netWorth().amount()).isEqualByComparingTo("100");
    }

    private static Scope scope(String type, String id) {
        return switch (type) {
            case "ACCOUNT" -> Scope.account(id);
            case "POSITION" -> Scope.position(id);
            default -> Scope.allocation(id);
        };
    }
}
