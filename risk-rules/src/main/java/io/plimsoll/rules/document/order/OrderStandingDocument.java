package io.plimsoll.rules.document.order;

import io.plimsoll.rules.document.decision.RatioDocument;
import io.plimsoll.rules.document.decision.ThresholdDocument;
import java.util.List;

/// Where an account stands around an order. Amounts are in the account's currency, exact.
///
/// @param equity collateral after haircuts plus what positions have gained
/// @param maintenanceMargin summed over positions
/// @param initialMargin summed over positions, and over orders by their worst side
/// @param orderMargin what of it is for orders
/// @param freeCollateral what is left to open positions like the order's with
/// @param thresholds those that apply, in the order of kind, scope and metric
public record OrderStandingDocument(
        RatioDocument equity,
        RatioDocument maintenanceMargin,
        RatioDocument initialMargin,
        RatioDocument orderMargin,
        RatioDocument freeCollateral,
        List<ThresholdDocument> thresholds) {}
