/// The database: where it comes from, how it is reached, and what is said while it is down.
///
/// PostgreSQL, embedded unless one is configured; the tables are made by the migrations in `db/migration`.
@NullMarked
package io.plimsoll.service.store;

import org.jspecify.annotations.NullMarked;
