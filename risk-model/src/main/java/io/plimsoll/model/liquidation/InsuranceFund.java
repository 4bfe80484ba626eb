package io.plimsoll.model.liquidation;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.rounding.Amounts;
import io.plimsoll.model.rounding.Rounding;
import java.math.BigDecimal;

/// The fund between a liquidation and everybody else.
public final class InsuranceFund {

    private InsuranceFund() {}

    /// What a fill pays into the fund, or (negative) takes out of it. Beyond the bankruptcy price the account
    /// pays what it gained, at most the fee; short of it the fund makes up the difference.
    ///
    /// Source: dYdX v4-chain, `GetLiquidationInsuranceFundDelta` in `protocol/x/clob/keeper/liquidations.go`.
    ///
    /// @param received what the fill brings: positive for a sale, negative for a purchase
    /// @param atBankruptcy what it had to bring, as of [Close#bankruptcyProceeds]
    /// @param maxFee the most that the account pays, as a share of what was traded
    /// @param rounding of the fee; [Rounding#down] never takes more than the share
    public static Ratio delta(BigDecimal received, Ratio atBankruptcy, BigDecimal maxFee, Rounding rounding) {
        Ratio gained = atBankruptcy.negate().plus(received);
        Ratio most = rounding.of(received.abs().multiply(Amounts.share("maxFee", maxFee)));
        return gained.compareTo(most) < 0 || gained.signum() <= 0 ? gained : most;
    }

    /// What the fund has to pay when an account ends with this equity: the loss beyond zero.
    public static Ratio contribution(Ratio equity) {
        return equity.signum() < 0 ? equity.negate() : Ratio.ZERO;
    }
}
