package io.plimsoll.model.action;

import java.math.BigDecimal;

/// A debt that is repaid out of one collateral asset.
///
/// @param debt the asset that is repaid
/// @param repaid in units of it, above 0
/// @param repaidValue at the mark, in the account's currency
/// @param collateral the asset that is sold
/// @param sold in units of it, with the bonus, above 0
/// @param soldValue at the mark, in the account's currency
/// @param bonus what whoever repays gets on top, as a share of what is repaid
/// @param toxic whether it raises loan to value: it takes more collateral than the debt is a share of
public record Repayment(
        String debt,
        BigDecimal repaid,
        BigDecimal repaidValue,
        String collateral,
        BigDecimal sold,
        BigDecimal soldValue,
        BigDecimal bonus,
        boolean toxic) {}
