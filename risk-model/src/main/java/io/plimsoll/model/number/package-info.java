/// Exact numbers: [Decimals][io.plimsoll.model.number.Decimals] bounds what may enter,
/// [Ratio][io.plimsoll.model.number.Ratio] divides without rounding.
@NullMarked
package io.plimsoll.model.number;

import org.jspecify.annotations.NullMarked;
