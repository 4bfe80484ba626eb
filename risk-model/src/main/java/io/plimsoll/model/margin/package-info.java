/// Margin mathematics: what an account has and needs at the marks
/// ([AccountRisk][io.plimsoll.model.margin.AccountRisk], [PositionRisk][io.plimsoll.model.margin.PositionRisk]), and
/// the
/// prices at which that changes ([PriceLevels][io.plimsoll.model.margin.PriceLevels]).
@NullMarked
package io.plimsoll.model.margin;

import org.jspecify.annotations.NullMarked;
