/// What the market says: [Mark][io.plimsoll.model.market.Mark]s and [Signal][io.plimsoll.model.market.Signal]s.
@NullMarked
package io.plimsoll.model.market;

import org.jspecify.annotations.NullMarked;
