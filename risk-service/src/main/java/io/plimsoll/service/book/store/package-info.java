/// The tables of the book's documents: each with a revision, by which nobody's change is lost.
@NullMarked
package io.plimsoll.service.book.store;

import org.jspecify.annotations.NullMarked;
