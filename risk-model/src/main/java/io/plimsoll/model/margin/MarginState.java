package io.plimsoll.model.margin;

import io.plimsoll.model.number.Ratio;
import java.math.BigDecimal;

/// What something has and what it needs: the equity of what shares an account's balances, or of an isolated
/// position, beside its requirements. All in the account's currency, exact.
///
/// @param equity collateral plus unrealised profit and loss; may be negative
/// @param exposure gross notional at the marks, zero or positive
/// @param maintenanceMargin what the equity must cover to keep the exposure, zero or positive
public record MarginState(Ratio equity, Ratio exposure, Ratio maintenanceMargin) {

    /// A state of decimals.
    public static MarginState of(BigDecimal equity, BigDecimal exposure, BigDecimal maintenanceMargin) {
        return new MarginState(Ratio.of(equity), Ratio.of(exposure), Ratio.of(maintenanceMargin));
    }

    /// Maintenance margin ÷ equity (Binance's convention: 1 means that equity is used up by the requirement).
    ///
    /// Without exposure it is 0, whatever the equity: nothing could be liquidated, and a debt without
    /// exposure is bad debt. With exposure and no equity left it is unbounded: over every limit.
    public Ratio marginRatio() {
        return perEquity(maintenanceMargin);
    }

    /// Exposure ÷ equity. Zero without exposure, unbounded with exposure and no equity.
    public Ratio leverage() {
        return perEquity(exposure);
    }

    /// Whether equity does not cover the maintenance margin. Strict: equity equal to it is safe, and without a
    /// requirement nothing is liquidatable (dYdX's convention; Binance's, which counts equality as crossed, is
    /// [#marginRatio()] with an inclusive limit of 1).
    ///
    /// Source: dYdX v4-chain, `protocol/lib/margin/risk.go`.
    public boolean isLiquidatable() {
        return maintenanceMargin.signum() > 0 && maintenanceMargin.compareTo(equity) > 0;
    }

    /// Compares by risk: negative if this is less risky than the other, positive if riskier. Riskier is who has
    /// less equity per maintenance margin, compared by cross-multiplication. Ties go to the higher requirement,
    /// and without requirements to the lower equity.
    ///
    /// Source: dYdX v4-chain, `protocol/lib/margin/risk.go`.
    public int compareRisk(MarginState other) {
        int byCoverage = other.equity.times(maintenanceMargin).compareTo(equity.times(other.maintenanceMargin));
        if (byCoverage != 0) {
            return byCoverage;
        }
        if (maintenanceMargin.signum() == 0 && other.maintenanceMargin.signum() == 0) {
            return other.equity.compareTo(equity);
        }
        return maintenanceMargin.compareTo(other.maintenanceMargin);
    }

    private Ratio perEquity(Ratio amount) {
        if (exposure.signum() == 0) {
            return Ratio.ZERO;
        }
        return equity.signum() > 0 ? amount.dividedBy(equity) : Ratio.UNBOUNDED;
    }
}
