/// The live book: watches the accounts of the book in a thread of its own, records what the live rules decide
/// about whoever is in breach, and hands the actions to order-management systems.
@NullMarked
package io.plimsoll.service.live;

import org.jspecify.annotations.NullMarked;
