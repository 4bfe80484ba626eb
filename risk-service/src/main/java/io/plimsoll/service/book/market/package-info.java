/// What the market says: of each mark's source, and of each signal, the newest alone. It is kept in the
/// database and held in memory; what is held only ever becomes newer, so that it does not matter in which
/// order, or by which service on the database, readings are taken.
@NullMarked
package io.plimsoll.service.book.market;

import org.jspecify.annotations.NullMarked;
