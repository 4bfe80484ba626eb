/// What venues require for positions and orders beyond a schedule of tiers: requirements that grow with open
/// interest ([OpenInterestScaling][io.plimsoll.model.requirement.OpenInterestScaling]) or size
/// ([SizePremium][io.plimsoll.model.requirement.SizePremium]), orders
/// ([OrderBookMargin][io.plimsoll.model.requirement.OrderBookMargin],
/// [CappedMargin][io.plimsoll.model.requirement.CappedMargin]), options
/// ([ShortOption][io.plimsoll.model.requirement.ShortOption]), and weights of what is owned and owed
/// ([Weights][io.plimsoll.model.requirement.Weights]).
///
/// Formulas of venues, exact; where a venue rounds, its [Rounding][io.plimsoll.model.rounding.Rounding] is a
/// parameter. Money is in the settlement currency, sizes in the base asset, signed: positive for long.
@NullMarked
package io.plimsoll.model.requirement;

import org.jspecify.annotations.NullMarked;
