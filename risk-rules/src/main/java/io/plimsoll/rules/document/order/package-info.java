/// The written form of a question about an order
/// ([OrderReader][io.plimsoll.rules.document.order.OrderReader]) and of the answer to it
/// ([OrderWriter][io.plimsoll.rules.document.order.OrderWriter]).
@NullMarked
package io.plimsoll.rules.document.order;

import org.jspecify.annotations.NullMarked;
