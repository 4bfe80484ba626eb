/// Mathematics of collateralised lending: what an account may borrow, when it may be liquidated
/// ([LendingState][io.plimsoll.model.lending.LendingState]), how much of a debt may then be repaid
/// ([CloseFactor][io.plimsoll.model.lending.CloseFactor],
/// [AssetLiquidation][io.plimsoll.model.lending.AssetLiquidation],
/// [LeastRemainder][io.plimsoll.model.lending.LeastRemainder]) and what is taken for it
/// ([SeizureTerms][io.plimsoll.model.lending.SeizureTerms], and the bonuses and discounts of several venues).
///
/// Values are in the account's currency, shares are plain (0.8 is 80 %), debts are positive. Values are
/// [Ratio][io.plimsoll.model.number.Ratio]s because interest makes them fractions; nothing is rounded but
/// amounts that are paid.
@NullMarked
package io.plimsoll.model.lending;

import org.jspecify.annotations.NullMarked;
