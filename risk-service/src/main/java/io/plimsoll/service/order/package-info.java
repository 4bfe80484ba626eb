/// The pre-trade check over REST: an account and an order in, whether it may go out, one at a time or as a
/// stream.
///
/// A check has no side effect: nothing is recorded, and nothing remembers it.
@NullMarked
package io.plimsoll.service.order;

import org.jspecify.annotations.NullMarked;
