/// The book: the accounts that are watched, and what deciding about them depends on.
///
/// `store` is its tables; `account` and `reference` hold what is put there with revisions, accounts and the
/// instruments, collateral assets and lending categories that they refer to; `market` holds marks and signals,
/// of which only the newest count; `risk` makes snapshots of all of it and has them decided about; `exposure`
/// says what of all accounts is past thresholds after shocks.
///
/// The database is what counts: every write is committed before it is answered, and every read of accounts and
/// what they refer to is read there, so that several services on one database agree. Marks and signals are held
/// in memory as well.
@NullMarked
package io.plimsoll.service.book;

import org.jspecify.annotations.NullMarked;
