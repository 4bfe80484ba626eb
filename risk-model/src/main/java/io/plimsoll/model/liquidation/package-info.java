/// What happens once an account is to be liquidated: how much of it
/// ([LiquidationLimits][io.plimsoll.model.liquidation.LiquidationLimits],
/// [PerpetualCover][io.plimsoll.model.liquidation.PerpetualCover],
/// [LiabilityCover][io.plimsoll.model.liquidation.LiabilityCover]), at what price
/// ([Close][io.plimsoll.model.liquidation.Close], [PriceTicks][io.plimsoll.model.liquidation.PriceTicks]), in
/// what order ([LiquidationCandidate][io.plimsoll.model.liquidation.LiquidationCandidate]), and who bears a
/// loss ([InsuranceFund][io.plimsoll.model.liquidation.InsuranceFund],
/// [LossSharing][io.plimsoll.model.liquidation.LossSharing]).
///
/// Formulas of venues, exact; where a venue rounds, its [Rounding][io.plimsoll.model.rounding.Rounding] is a
/// parameter. Money is in the settlement currency, sizes in the base asset, signed: positive for long.
@NullMarked
package io.plimsoll.model.liquidation;

import org.jspecify.annotations.NullMarked;
