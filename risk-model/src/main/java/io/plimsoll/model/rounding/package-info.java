/// How exact figures land on a venue's grid: [Rounding][io.plimsoll.model.rounding.Rounding] is a named policy
/// that
/// formulas
/// take as a parameter, [Amounts][io.plimsoll.model.rounding.Amounts] checks figures that are computed, and so
/// not
/// bounded.
@NullMarked
package io.plimsoll.model.rounding;

import org.jspecify.annotations.NullMarked;
