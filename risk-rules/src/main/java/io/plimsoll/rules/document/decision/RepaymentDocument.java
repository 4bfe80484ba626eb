package io.plimsoll.rules.document.decision;

import io.plimsoll.model.action.Repayment;
import java.math.BigDecimal;

/// A debt that is repaid out of one collateral asset.
///
/// @param debt the asset that is repaid
/// @param repaid in units of it
/// @param repaidValue at the mark, in the account's currency
/// @param collateral the asset that is sold
/// @param sold in units of it, with the bonus
/// @param soldValue at the mark, in the account's currency
/// @param bonus what whoever repays gets on top, as a share of what is repaid
/// @param toxic whether it raises loan to value
public record RepaymentDocument(
        String debt,
        BigDecimal repaid,
        BigDecimal repaidValue,
        String collateral,
        BigDecimal sold,
        BigDecimal soldValue,
        BigDecimal bonus,
        boolean toxic) {

    static RepaymentDocument of(Repayment repayment) {
        return new RepaymentDocument(
                repayment.debt(),
                repayment.repaid(),
                repayment.repaidValue(),
                repayment.collateral(),
                repayment.sold(),
                repayment.soldValue(),
                repayment.bonus(),
                repayment.toxic());
    }
}
