/// Orders before they are sent: what an account becomes once a
/// [ProposedOrder][io.plimsoll.model.order.ProposedOrder] fills
/// ([AccountFills][io.plimsoll.model.order.AccountFills]), and whether it may go
/// ([OrderCheck][io.plimsoll.model.order.OrderCheck]).
@NullMarked
package io.plimsoll.model.order;

import org.jspecify.annotations.NullMarked;
