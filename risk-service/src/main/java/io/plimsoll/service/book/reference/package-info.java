/// What accounts refer to: instruments, collateral assets, lending categories. A change of one can decide a
/// liquidation, so each is an entry of the record.
@NullMarked
package io.plimsoll.service.book.reference;

import org.jspecify.annotations.NullMarked;
